package org.jiralanguageserver.ui;

import java.awt.BorderLayout;
import java.net.URI;
import java.time.Clock;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JProgressBar;
import javax.swing.JScrollPane;
import org.jiralanguageserver.agent.Agent;
import org.jiralanguageserver.agent.Subscription;
import org.jiralanguageserver.protocol.Attachment;
import org.jiralanguageserver.protocol.AttachmentParams;
import org.jiralanguageserver.protocol.CacheUse;
import org.jiralanguageserver.protocol.IssueParams;
import org.jiralanguageserver.protocol.IssueResult;
import org.jiralanguageserver.protocol.IssuesChangedParams;
import org.jiralanguageserver.protocol.JiraRequests;

/** The page of an issue: what is told of it, and what can be done with it. */
public final class IssuePagePanel extends JPanel implements AutoCloseable {
  private final Questions questions;
  private final Host host;
  private final IssueListener listener;
  private final Clock clock = Clock.systemDefaultZone();
  private final String provider;
  private final String key;
  private final Banner banner = new Banner();
  private final Banner seen = new Banner();
  private final JProgressBar progress = new JProgressBar();
  private final IssueHead head;
  private final IssueDeeds deeds;
  private final JPanel place = new JPanel(new BorderLayout());
  private final Stack page;
  private final Subscription changes;
  private Questions.Pending reading = () -> {};
  private String refresh;
  private IssueResult issue;

  /** @param provider the id of the server that the issue is of */
  public IssuePagePanel(Agent agent, Host host, IssueListener listener, String provider, String key) {
    super(new BorderLayout());
    this.host = host;
    this.listener = listener;
    this.provider = provider;
    this.key = key;
    questions = new Questions(agent, host);
    deeds = new IssueDeeds(questions, provider, key, this::changed, this::fail, text -> banner.say(Banner.Kind.WARNING, text));
    head = new IssueHead(host, deeds, this::refresh, listener.actions(provider, key));
    place.setOpaque(false);
    page = new Stack(10, progress, head, deeds.boxes(), place, deeds.commentBox());
    page.setBorder(BorderFactory.createEmptyBorder(10, 14, 14, 14));
    JScrollPane scroll = new JScrollPane(page);
    scroll.setBorder(null);
    add(new Stack(0, banner, seen), BorderLayout.PAGE_START);
    add(scroll, BorderLayout.CENTER);
    getAccessibleContext().setAccessibleName(Texts.of("issue.name", key));
    head.setVisible(false);
    deeds.commentBox().setVisible(false);
    changes = agent.onIssues(change -> host.swing().execute(() -> heard(change)));
    read(CacheUse.FIRST, true);
  }

  /** Reads the issue anew. */
  public void refresh() {
    read(CacheUse.FALLBACK, false);
  }

  /** Whether a comment is written that was not sent. */
  public boolean hasDraft() {
    return deeds.commentBox().hasDraft();
  }

  /** What gets the focus first. */
  public JComponent firstControl() {
    return head.firstControl();
  }

  /** Takes nothing any more; what is being sent is still sent. */
  @Override
  public void close() {
    changes.close();
    reading.drop();
    questions.close();
  }

  private void read(CacheUse cache, boolean opened) {
    reading.drop();
    if (issue == null) wait(Texts.of("issue.reading", key));
    banner.clear();
    reading = questions.ask(JiraRequests.ISSUE, IssueParams.of(key).withProvider(provider).withOpened(opened).withCache(cache), this::show, problem -> {
      wait("");
      fail(problem);
    });
  }

  private void show(IssueResult result) {
    wait("");
    refresh = result.cached() == null ? null : result.cached().refresh();
    if (result.cached() == null || refresh != null) seen.clear();
    else seen.say(Banner.Kind.INFORMATION, Texts.of("issue.cached", Moments.full(result.cached().at(), clock)));
    boolean same = issue != null && issue.equals(result);
    issue = result;
    if (same) return;
    head.show(result);
    deeds.show(result);
    deeds.commentBox().setVisible(true);
    head.setVisible(true);
    place.removeAll();
    place.add(new IssueContent(result, host, clock, other -> listener.open(provider, other), this::download), BorderLayout.CENTER);
    page.revalidate();
    page.repaint();
  }

  /** What was shown first was from the cache: this tells that Jira has answered, or cannot. */
  private void heard(IssuesChangedParams change) {
    if (refresh == null || !refresh.equals(change.refresh()) || !change.last()) return;
    refresh = null;
    if (change.error() != null) seen.say(Banner.Kind.INFORMATION, Texts.of("issue.cachedWhy", Moments.full(change.at(), clock), change.error().message()));
    else if (!change.issues().isEmpty() || !change.removed().isEmpty()) read(change.removed().isEmpty() ? CacheUse.ONLY : CacheUse.NONE, false);
  }

  private void changed() {
    listener.changed(provider, key);
    refresh();
  }

  private void fail(Problem problem) {
    if (problem.wantsSignIn()) banner.say(Banner.Kind.ERROR, problem.text(), Texts.caption("list.signIn"), () -> listener.signIn(provider));
    else if (problem.mayPass()) banner.say(Banner.Kind.ERROR, problem.text(), Texts.caption("again"), this::refresh);
    else banner.say(Banner.Kind.ERROR, problem.text());
  }

  private void download(Attachment file) {
    wait(Texts.of("issue.downloading", file.name()));
    questions.ask(JiraRequests.ATTACHMENT, AttachmentParams.of(key, file.id()).withProvider(provider), result -> {
      wait("");
      host.openFile(URI.create(result.uri()));
    }, problem -> {
      wait("");
      fail(problem);
    });
  }

  /** Shows that something takes a while; nothing does where there are no words. */
  private void wait(String words) {
    progress.setVisible(!words.isEmpty());
    progress.setIndeterminate(!words.isEmpty());
    PlainLabel.asPlain(progress).setString(words);
    progress.setStringPainted(true);
    progress.getAccessibleContext().setAccessibleName(words);
  }
}
