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
import org.jiralanguageserver.agent.Agent;
import org.jiralanguageserver.protocol.AuthorizeParams;
import org.jiralanguageserver.protocol.AuthorizeResult;
import org.jiralanguageserver.protocol.CompleteAuthorizationParams;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.protocol.Redirect;

/**
 * Signing in by OAuth: the page is opened in the browser, and the panel waits until the user has approved there. A
 * browser that cannot come back, as over SSH, shows a code that is typed here.
 */
public final class AuthorizationPanel extends Stack {
  private final Questions questions;
  private final Host host;
  private final Consumer<Provider> done;
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
  private Provider provider;
  private AuthorizeResult authorization;
  private Questions.Pending pending = () -> {};

  /** @param done is told of the provider when the user has signed in */
  public AuthorizationPanel(Agent agent, Host host, Consumer<Provider> done) {
    this(new Questions(agent, host), host, done);
  }

  AuthorizationPanel(Questions questions, Host host, Consumer<Provider> done) {
    super(10);
    this.questions = questions;
    this.host = host;
    this.done = done;
    waiting.getAccessibleContext().setAccessibleName(Texts.of("authorization.waiting"));
    buttons.setOpaque(false);
    for (JButton each : new JButton[] {openAgain, copyAddress, byCode}) buttons.add(each);
    openAgain.addActionListener(event -> Links.open(host, authorization.url()));
    copyAddress.addActionListener(event -> host.copy(authorization.url()));
    byCode.addActionListener(event -> begin(Redirect.OOB, null));
    JPanel beside = beside(code, sendCode);
    codeForm.row(Texts.caption("authorization.code").labelFor(code), beside);
    sendCode.addActionListener(event -> complete());
    code.addActionListener(event -> complete());
    passphraseForm.row(Texts.caption("authorization.passphrase").labelFor(passphrase), beside(passphrase, unlock));
    unlock.addActionListener(event -> open());
    passphrase.addActionListener(event -> open());
    for (JComponent each : new JComponent[] {banner, words, waiting, buttons, codeForm, passphraseForm}) add(each);
  }

  /** Begins for a provider: opens the page in the browser, and waits. */
  public void authorize(Provider provider) {
    this.provider = provider;
    if (Boolean.TRUE.equals(provider.locked())) show(Texts.of("authorization.locked", provider.name()), passphraseForm);
    else begin(Redirect.LOOPBACK, null);
  }

  /** Waits no longer. What the user does in the browser afterwards counts for nothing. */
  public void stop() {
    pending.drop();
    waiting.setIndeterminate(false);
  }

  /** What gets the focus first. */
  public JComponent firstControl() {
    return Boolean.TRUE.equals(provider.locked()) ? passphrase : openAgain;
  }

  private void open() {
    char[] typed = passphrase.getPassword();
    String opens = new String(typed);
    Arrays.fill(typed, ' ');
    passphrase.setText("");
    if (opens.isEmpty()) passphrase.requestFocusInWindow();
    else begin(Redirect.LOOPBACK, opens);
  }

  private void begin(Redirect redirect, String opens) {
    pending.drop();
    banner.clear();
    show(Texts.of("authorization.asking", provider.name()), waiting);
    pending = questions.ask(JiraRequests.AUTHORIZE, AuthorizeParams.of(provider.id()).withRedirect(redirect).withPassphrase(opens), this::begun, problem -> {
      show("", Boolean.TRUE.equals(provider.locked()) ? passphraseForm : null);
      fail(problem);
    });
  }

  private void begun(AuthorizeResult begun) {
    authorization = begun;
    boolean comesBack = begun.redirect() == Redirect.LOOPBACK;
    String until = Moments.full(begun.expiresAt(), Clock.systemDefaultZone());
    show(Texts.of(comesBack ? "authorization.approve" : "authorization.approveAndType", provider.name(), until), comesBack ? waiting : codeForm, buttons, codeForm);
    codeForm.setVisible(!comesBack);
    byCode.setVisible(comesBack);
    Links.open(host, begun.url());
    if (comesBack) await(CompleteAuthorizationParams.of(begun.authorization()));
    else code.requestFocusInWindow();
  }

  private void complete() {
    if (code.getText().isBlank()) {
      code.requestFocusInWindow();
      return;
    }
    banner.clear();
    setUsable(false);
    await(CompleteAuthorizationParams.of(authorization.authorization()).withVerifier(code.getText().strip()));
  }

  private void await(CompleteAuthorizationParams params) {
    pending = questions.ask(JiraRequests.COMPLETE_AUTHORIZATION, params, result -> {
      code.setText("");
      stop();
      String who = result.provider().user() == null ? "" : result.provider().user().displayName();
      show(Texts.of("authorization.done", who, result.provider().name()));
      done.accept(result.provider());
    }, problem -> {
      setUsable(true);
      if (params.verifier() == null || isOver(problem)) show("");
      fail(problem);
    });
  }

  /** Whether there is nothing to wait for any more: a mistyped code can be typed once more, a refusal cannot be taken back. */
  private static boolean isOver(Problem problem) {
    return switch (problem.kind()) {
      case AUTHORIZATION_DENIED, AUTHORIZATION_EXPIRED, NOT_AUTHORIZED, UNKNOWN_PROVIDER -> true;
      default -> false;
    };
  }

  private void fail(Problem problem) {
    banner.say(Banner.Kind.ERROR, problem.text(), Texts.caption("authorization.again"), () -> authorize(provider));
  }

  private void setUsable(boolean usable) {
    for (JComponent each : new JComponent[] {code, sendCode, openAgain, copyAddress, byCode}) each.setEnabled(usable);
  }

  /** Shows some words, and just these parts. */
  private void show(String text, JComponent... parts) {
    words.setText(text);
    words.setVisible(!text.isEmpty());
    for (JComponent each : new JComponent[] {waiting, buttons, codeForm, passphraseForm}) each.setVisible(Arrays.asList(parts).contains(each));
    waiting.setIndeterminate(waiting.isVisible());
    setUsable(true);
    revalidate();
    repaint();
  }

  private static JPanel beside(JComponent field, JButton button) {
    JPanel both = new JPanel(new WrapLayout(6));
    both.setOpaque(false);
    both.add(field);
    both.add(button);
    return both;
  }
}
