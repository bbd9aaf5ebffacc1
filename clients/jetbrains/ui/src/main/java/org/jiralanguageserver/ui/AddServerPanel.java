package org.jiralanguageserver.ui;

import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import org.jiralanguageserver.agent.Agent;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.wire.Request;

/** Adding a server, step by step: its address, the way in, and signing in. */
public final class AddServerPanel extends JPanel implements Setup {
  /** What becomes of it. */
  public interface Listener {
    /** The server was added, and the user is signed in. The panel still says so. */
    void added(Provider provider);

    /** The user wants the panel closed: after it was done, or before. */
    void closed();
  }

  private final Questions questions;
  private final Host host;
  private final Listener listener;
  private final Prose title = Prose.heading("");
  private final Banner banner = new Banner();
  private final JProgressBar progress = new JProgressBar();
  private final JPanel place = new JPanel(new BorderLayout());
  private final JButton back = Texts.caption("back").on(new JButton());
  private final JButton next = new JButton();
  private final JButton cancel = Texts.caption("cancel").on(new JButton());
  private final Deque<SetupStep> steps = new ArrayDeque<>();
  private Questions.Pending pending = () -> {};

  /** @param address an address to begin with; empty for none */
  public AddServerPanel(Agent agent, Host host, Listener listener, String address) {
    super(new BorderLayout(0, 8));
    this.host = host;
    this.listener = listener;
    questions = new Questions(agent, host);
    back.addActionListener(event -> goBack());
    next.addActionListener(event -> steps.peek().next());
    cancel.addActionListener(event -> close());
    progress.setVisible(false);
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
    go(new AddressStep(this, address));
  }

  /** Has the Enter key press the button that goes on, in the window that the panel is in. */
  @Override
  public void addNotify() {
    super.addNotify();
    SwingUtilities.getRootPane(this).setDefaultButton(next);
    SwingUtilities.invokeLater(() -> steps.peek().firstControl().requestFocusInWindow());
  }

  @Override
  public Host host() {
    return host;
  }

  @Override
  public Questions questions() {
    return questions;
  }

  @Override
  public <P, R> void ask(Request<P, R> request, P params, String waiting, Consumer<R> taken) {
    banner.clear();
    busy(waiting);
    pending = questions.ask(request, params, result -> {
      idle();
      taken.accept(result);
    }, problem -> {
      idle();
      banner.say(Banner.Kind.ERROR, problem.text());
    });
  }

  @Override
  public void missing(String words, JComponent where) {
    banner.say(Banner.Kind.ERROR, words);
    where.requestFocusInWindow();
  }

  @Override
  public void go(SetupStep step) {
    steps.push(step);
    show(step);
  }

  @Override
  public void done(Provider provider) {
    steps.clear();
    go(new DoneStep(provider, listener::closed));
    cancel.setVisible(false);
    listener.added(provider);
  }

  /** Ends what is under way, as the user does who presses Cancel. */
  public void close() {
    pending.drop();
    steps.peek().leave();
    listener.closed();
  }

  private void goBack() {
    pending.drop();
    idle();
    steps.pop().leave();
    show(steps.peek());
  }

  private void show(SetupStep step) {
    banner.clear();
    title.setText(step.title());
    getAccessibleContext().setAccessibleName(step.title());
    place.removeAll();
    place.add(step.content(), BorderLayout.CENTER);
    back.setVisible(step.canGoBack());
    next.setVisible(step.nextCaption() != null);
    if (step.nextCaption() != null) step.nextCaption().on(next);
    revalidate();
    repaint();
    step.firstControl().requestFocusInWindow();
  }

  private void busy(String waiting) {
    progress.setVisible(true);
    progress.setIndeterminate(true);
    progress.setString(waiting);
    progress.setStringPainted(true);
    progress.getAccessibleContext().setAccessibleName(waiting);
    next.setEnabled(false);
  }

  private void idle() {
    progress.setVisible(false);
    progress.setIndeterminate(false);
    next.setEnabled(true);
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
