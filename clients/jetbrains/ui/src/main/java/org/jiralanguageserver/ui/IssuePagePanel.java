package org.jiralanguageserver.ui;

import java.awt.BorderLayout;
import java.time.Clock;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.agent.Subscription;
import org.jiralanguageserver.model.IssueModel;
import org.jiralanguageserver.model.JiraModels;
import org.jiralanguageserver.model.Problem;
import org.jiralanguageserver.protocol.Attachment;
import org.jiralanguageserver.protocol.IssueResult;

/** The page of an issue: what is told of it, and what can be done with it. */
public final class IssuePagePanel extends JPanel implements AutoCloseable {
  private final Host host;
  private final IssueListener listener;
  private final Clock clock = Clock.systemDefaultZone();
  private final IssueModel model;
  private final Subscription changes;
  private final Banner problem = new Banner();
  private final Banner note = new Banner();
  private final JProgressBar progress = PlainLabel.asPlain(new JProgressBar());
  private final IssueHead head;
  private final IssueDeeds deeds;
  private final JPanel place = new JPanel(new BorderLayout());
  private final Stack page;
  private @Nullable IssueResult shown;
  private String downloading = "";

  /** @param provider the id of the server that the issue is of */
  public IssuePagePanel(JiraModels models, Host host, IssueListener listener, String provider, String key) {
    super(new BorderLayout());
    this.host = host;
    this.listener = listener;
    model = models.issue(provider, key);
    deeds = new IssueDeeds(model, () -> listener.changed(provider, key));
    head = new IssueHead(host, deeds, this::refresh, listener.actions(provider, key));
    place.setOpaque(false);
    page = new Stack(10, progress, head, deeds.boxes(), place, deeds.commentBox());
    page.setBorder(BorderFactory.createEmptyBorder(10, 14, 14, 14));
    JScrollPane scroll = new JScrollPane(page);
    scroll.setBorder(null);
    add(new Stack(0, problem, note), BorderLayout.PAGE_START);
    add(scroll, BorderLayout.CENTER);
    getAccessibleContext().setAccessibleName(Texts.of("issue.name", key));
    progress.setStringPainted(true);
    head.setVisible(false);
    deeds.commentBox().setVisible(false);
    changes = model.state().observe(this::render);
    model.load();
  }

  /** Reads the issue anew. */
  public void refresh() {
    model.load();
  }

  /** Whether a comment is written that was not sent. */
  public boolean hasDraft() {
    return deeds.commentBox().hasDraft();
  }

  /** What gets the focus first. */
  public JComponent firstControl() {
    return head.firstControl();
  }

  /** Ends what is being read. */
  @Override
  public void close() {
    changes.close();
    model.close();
  }

  private void render(IssueModel.State state) {
    if (state.issue() != null && !state.issue().equals(shown)) show(state.issue());
    boolean saysItself = deeds.isFillingIn();
    if (state.problem() == null || saysItself) problem.clear();
    else say(state.problem());
    if (!state.warnings().isEmpty()) note.say(Banner.Kind.WARNING, String.join("\n", state.warnings()));
    else if (state.seenAt() != null && !state.refreshing() && !state.loading()) note.say(Banner.Kind.INFORMATION, Texts.of("issue.cached", Moments.full(state.seenAt(), clock)));
    else note.clear();
    tellWait();
  }

  private void show(IssueResult issue) {
    shown = issue;
    head.show(issue);
    deeds.show(issue);
    deeds.commentBox().setVisible(true);
    head.setVisible(true);
    place.removeAll();
    place.add(new IssueContent(issue, host, clock, other -> listener.open(issue.provider(), other), this::download), BorderLayout.CENTER);
    page.revalidate();
    page.repaint();
  }

  private void say(Problem why) {
    String provider = model.state().get().provider();
    if (Problems.wantsSignIn(why) && provider != null) problem.say(Banner.Kind.ERROR, Problems.words(why), Texts.caption("signIn"), () -> listener.signIn(provider));
    else if (Problems.mayPass(why)) problem.say(Banner.Kind.ERROR, Problems.words(why), Texts.caption("again"), this::refresh);
    else problem.say(Banner.Kind.ERROR, Problems.words(why));
  }

  private void download(Attachment file) {
    downloading = file.name();
    tellWait();
    model.attachment(file.id()).whenComplete((uri, failure) -> {
      downloading = "";
      tellWait();
      if (failure != null) problem.say(Banner.Kind.ERROR, Problems.words(failure));
      else host.openFile(uri);
    });
  }

  /** Says what takes a while; a page that is read anew stays as it is meanwhile. */
  private void tellWait() {
    IssueModel.State state = model.state().get();
    String words = "";
    if (!downloading.isEmpty()) words = Texts.of("issue.downloading", downloading);
    else if (state.saving()) words = Texts.of("issue.saving");
    else if (state.loading() && state.issue() == null) words = Texts.of("issue.reading", state.key());
    progress.setVisible(!words.isEmpty());
    progress.setIndeterminate(!words.isEmpty());
    progress.setString(words);
    progress.getAccessibleContext().setAccessibleName(words);
  }
}
