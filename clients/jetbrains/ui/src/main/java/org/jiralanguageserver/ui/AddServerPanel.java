package org.jiralanguageserver.ui;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.agent.Subscription;
import org.jiralanguageserver.model.AddServerModel;
import org.jiralanguageserver.model.AddServerModel.Step;
import org.jiralanguageserver.model.JiraModels;
import org.jiralanguageserver.protocol.Provider;

/** Adding a server, step by step: its address, the way in, and signing in. */
public final class AddServerPanel extends JPanel implements AutoCloseable {
  /** What becomes of it. */
  public interface Listener {
    /** The server was added, and the user is signed in. The panel still says so. */
    void added(Provider provider);

    /** The user wants the panel closed: after it was done, or before. */
    void closed();
  }

  private final Host host;
  private final Listener listener;
  private final AddServerModel model;
  private final Subscription changes;
  private final Prose title = Prose.heading("");
  private final Banner banner = new Banner();
  private final JProgressBar progress = new JProgressBar();
  private final JPanel place = new JPanel(new BorderLayout());
  private final JButton back = Texts.caption("back").on(new JButton());
  private final JButton next = new JButton();
  private final JButton cancel = Texts.caption("cancel").on(new JButton());
  private @Nullable Step step;
  private SetupStep shown;

  /** @param toChange the provider that is to be changed; {@code null} for a new one */
  public AddServerPanel(JiraModels models, Host host, Listener listener, @Nullable Provider toChange) {
    super(new BorderLayout(0, 8));
    this.host = host;
    this.listener = listener;
    model = toChange == null ? models.addServer() : models.changeServer(toChange);
    back.addActionListener(event -> model.back());
    next.addActionListener(event -> goOn());
    cancel.addActionListener(event -> listener.closed());
    progress.setStringPainted(true);
    place.setOpaque(false);
    place.setBorder(BorderFactory.createEmptyBorder(4, 20, 4, 20));
    JScrollPane scroll = new JScrollPane(new Stack(0, place));
    scroll.setBorder(null);
    scroll.getViewport().setOpaque(false);
    scroll.setOpaque(false);
    Stack head = new Stack(8, title, banner, progress);
    head.setBorder(BorderFactory.createEmptyBorder(16, 20, 0, 20));
    add(head, BorderLayout.PAGE_START);
    add(scroll, BorderLayout.CENTER);
    add(buttons(), BorderLayout.PAGE_END);
    changes = model.state().observe(this::render);
  }

  /** Has the Enter key press the button that goes on, in the window that the panel is in. */
  @Override
  public void addNotify() {
    super.addNotify();
    SwingUtilities.getRootPane(this).setDefaultButton(next);
    SwingUtilities.invokeLater(() -> shown.firstControl().requestFocusInWindow());
  }

  /** Ends what is under way. */
  @Override
  public void close() {
    changes.close();
    if (shown.content() instanceof AuthorizationPanel panel) panel.close();
    model.close();
  }

  private void render(AddServerModel.State state) {
    if (state.step() != step) enter(state);
    shown.show(state);
    progress.setVisible(state.busy());
    progress.setIndeterminate(state.busy());
    progress.setString(Texts.of("setup.busy." + state.step()));
    progress.getAccessibleContext().setAccessibleName(progress.getString());
    next.setEnabled(!state.busy());
    if (state.problem() == null || state.step() == Step.AUTHORIZE) banner.clear();
    else banner.say(Banner.Kind.ERROR, Problems.words(state.problem()));
    revalidate();
    repaint();
  }

  private void enter(AddServerModel.State state) {
    step = state.step();
    if (shown != null && shown.content() instanceof AuthorizationPanel panel) panel.close();
    shown = viewOf(state);
    title.setText(shown.title());
    getAccessibleContext().setAccessibleName(shown.title());
    place.removeAll();
    place.add(shown.content(), BorderLayout.CENTER);
    back.setVisible(step != Step.ADDRESS && step != Step.DONE);
    cancel.setVisible(step != Step.DONE);
    next.setVisible(shown.nextCaption() != null);
    if (shown.nextCaption() != null) shown.nextCaption().on(next);
    shown.firstControl().requestFocusInWindow();
    if (step == Step.DONE) listener.added(state.provider());
  }

  private SetupStep viewOf(AddServerModel.State state) {
    return switch (state.step()) {
      case ADDRESS -> new AddressStep(model);
      case WAY_IN -> new WayStep(model);
      case TOKEN -> new TokenStep(model, host);
      case PASSWORD -> new PasswordStep(model);
      case APPLICATION_LINK -> new LinkStep(model, host);
      case AUTHORIZE -> new AuthorizeStep(new AuthorizationPanel(model.authorization(), host, state.provider()));
      case DONE -> new DoneStep(state.provider(), listener::closed);
    };
  }

  private void goOn() {
    SetupStep.Missing missing = shown.next();
    if (missing == null) return;
    banner.say(Banner.Kind.ERROR, missing.words());
    missing.where().requestFocusInWindow();
  }

  private JComponent buttons() {
    JPanel row = new JPanel(new FlowLayout(FlowLayout.TRAILING, 8, 10));
    row.setBorder(BorderFactory.createCompoundBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, Palette.line()), BorderFactory.createEmptyBorder(0, 12, 0, 12)));
    row.add(back);
    row.add(next);
    row.add(cancel);
    return row;
  }
}
