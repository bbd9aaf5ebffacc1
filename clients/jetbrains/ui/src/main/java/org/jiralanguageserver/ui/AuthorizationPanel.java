package org.jiralanguageserver.ui;

import java.time.Clock;
import java.util.Arrays;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JProgressBar;
import javax.swing.JTextField;
import org.jiralanguageserver.agent.Subscription;
import org.jiralanguageserver.model.AuthorizationModel;
import org.jiralanguageserver.model.AuthorizationModel.Phase;
import org.jiralanguageserver.model.JiraModels;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.protocol.Redirect;

/**
 * Signing in by OAuth: the page is opened in the browser, and the panel waits until the user has approved there. A
 * browser that cannot come back, as over SSH, shows a code that is typed here.
 */
public final class AuthorizationPanel extends Stack implements AutoCloseable {
  private final AuthorizationModel model;
  private final Provider provider;
  private final Subscription changes;
  private final Banner banner = new Banner();
  private final Prose words = Prose.of("");
  private final JProgressBar waiting = new JProgressBar();
  private final JButton openAgain = Texts.caption("authorization.openAgain").on(new JButton());
  private final JButton copyAddress = Texts.caption("authorization.copy").on(new JButton());
  private final JButton byCode = Texts.caption("authorization.byCode").on(new JButton());
  private final JPanel buttons = new JPanel(new WrapLayout(6));
  private final JTextField code = new JTextField(24);
  private final JButton sendCode = Texts.caption("authorization.sendCode").on(new JButton());
  private final Form codeForm = new Form();
  private final JPasswordField passphrase = new JPasswordField(24);
  private final JButton unlock = Texts.caption("authorization.unlock").on(new JButton());
  private final Form passphraseForm = new Form();

  /**
   * Begins at once.
   *
   * @param done is told of the provider when the user has signed in
   */
  public AuthorizationPanel(JiraModels models, Host host, Provider provider, Consumer<Provider> done) {
    this(models.authorization(provider), host, provider);
    boolean[] told = {false};
    model.state().observe(state -> {
      if (state.phase() != Phase.DONE || told[0]) return;
      told[0] = true;
      done.accept(state.provider());
    });
  }

  AuthorizationPanel(AuthorizationModel model, Host host, Provider provider) {
    super(10);
    this.model = model;
    this.provider = provider;
    waiting.getAccessibleContext().setAccessibleName(Texts.of("authorization.waiting"));
    buttons.setOpaque(false);
    for (JButton each : new JButton[] {openAgain, copyAddress, byCode}) buttons.add(each);
    openAgain.addActionListener(event -> Links.open(host, model.state().get().url()));
    copyAddress.addActionListener(event -> host.copy(model.state().get().url()));
    byCode.addActionListener(event -> model.begin(Redirect.OOB, null));
    codeForm.row(Texts.caption("authorization.code").labelFor(code), beside(code, sendCode));
    sendCode.addActionListener(event -> complete());
    code.addActionListener(event -> complete());
    passphraseForm.row(Texts.caption("authorization.passphrase").labelFor(passphrase), beside(passphrase, unlock));
    unlock.addActionListener(event -> open());
    passphrase.addActionListener(event -> open());
    for (JComponent each : new JComponent[] {banner, words, waiting, buttons, codeForm, passphraseForm}) add(each);
    changes = model.state().observe(this::render);
    if (model.state().get().phase() == Phase.IDLE) begin();
  }

  /** What gets the focus first. */
  public JComponent firstControl() {
    return passphraseForm.isVisible() ? passphrase : openAgain;
  }

  /** Waits no longer. What the user does in the browser afterwards counts for nothing. */
  @Override
  public void close() {
    changes.close();
    model.stop();
  }

  private void begin() {
    if (!model.state().get().needsPassphrase()) model.begin(Redirect.LOOPBACK, null);
  }

  private void open() {
    char[] typed = passphrase.getPassword();
    String opens = new String(typed);
    Arrays.fill(typed, ' ');
    passphrase.setText("");
    if (opens.isEmpty()) passphrase.requestFocusInWindow();
    else model.begin(Redirect.LOOPBACK, opens);
  }

  private void complete() {
    if (code.getText().isBlank()) code.requestFocusInWindow();
    else model.enterCode(code.getText().strip());
  }

  private void render(AuthorizationModel.State state) {
    boolean byHand = state.redirect() == Redirect.OOB;
    boolean open = state.phase() == Phase.WAITING || state.phase() == Phase.FINISHING;
    words.setText(wordsOf(state, byHand));
    words.setVisible(!words.getText().isEmpty());
    waiting.setVisible(state.phase() == Phase.OPENING || state.phase() == Phase.FINISHING || (state.phase() == Phase.WAITING && !byHand));
    waiting.setIndeterminate(waiting.isVisible());
    buttons.setVisible(open);
    byCode.setVisible(!byHand);
    if (open && byHand && !codeForm.isVisible()) code.setText("");
    codeForm.setVisible(open && byHand);
    passphraseForm.setVisible(state.needsPassphrase() && !open && state.phase() != Phase.OPENING && state.phase() != Phase.DONE);
    for (JComponent each : new JComponent[] {openAgain, copyAddress, byCode, code, sendCode}) each.setEnabled(state.phase() != Phase.FINISHING);
    if (state.problem() == null) banner.clear();
    else if (state.phase() == Phase.FAILED && !state.needsPassphrase()) banner.say(Banner.Kind.ERROR, Problems.words(state.problem()), Texts.caption("authorization.again"), this::begin);
    else banner.say(Banner.Kind.ERROR, Problems.words(state.problem()));
    revalidate();
    repaint();
  }

  private String wordsOf(AuthorizationModel.State state, boolean byHand) {
    return switch (state.phase()) {
      case IDLE -> state.needsPassphrase() ? Texts.of("authorization.locked", provider.name()) : "";
      case OPENING -> Texts.of("authorization.asking", provider.name());
      case WAITING, FINISHING -> Texts.of(byHand ? "authorization.approveAndType" : "authorization.approve", provider.name(), Moments.full(state.expiresAt(), Clock.systemDefaultZone()));
      case DONE -> Texts.of("authorization.done", state.provider().user() == null ? "" : state.provider().user().displayName(), state.provider().name());
      case FAILED -> state.needsPassphrase() ? Texts.of("authorization.locked", provider.name()) : "";
    };
  }

  private static JPanel beside(JComponent field, JButton button) {
    JPanel both = new JPanel(new WrapLayout(6));
    both.setOpaque(false);
    both.add(field);
    both.add(button);
    return both;
  }
}
