package org.jiralanguageserver.ui;

import java.awt.Component;
import java.awt.Font;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JPanel;
import org.jiralanguageserver.protocol.Attachment;
import org.jiralanguageserver.protocol.Comment;
import org.jiralanguageserver.protocol.IssueLink;
import org.jiralanguageserver.protocol.IssueRef;
import org.jiralanguageserver.protocol.IssueResult;

/** What a page tells of an issue, from its facts to its comments. */
final class IssueContent extends Stack {
  private final Host host;
  private final Clock clock;

  /**
   * @param open shows another issue, by its key
   * @param download gets an attached file and opens it
   */
  IssueContent(IssueResult issue, Host host, Clock clock, Consumer<String> open, Consumer<Attachment> download) {
    super(10);
    this.host = host;
    this.clock = clock;
    add(new IssueFacts(issue, clock));
    add(new Titled(Texts.of("issue.description"), issue.description().isBlank() ? Prose.quiet(Texts.of("issue.noDescription")) : markdown(issue.description(), Texts.of("issue.description"))));
    if (!issue.links().isEmpty()) add(new Titled(Texts.of("issue.links"), issue.links().stream().map(link -> linkRow(link, open)).toArray(Component[]::new)));
    if (!issue.subtasks().isEmpty()) add(new Titled(Texts.of("issue.subtasks"), issue.subtasks().stream().map(task -> refRow("", task, open)).toArray(Component[]::new)));
    if (!issue.attachments().isEmpty()) add(new Titled(Texts.of("issue.attachments"), issue.attachments().stream().map(file -> fileRow(file, download)).toArray(Component[]::new)));
    add(new Titled(Texts.of("issue.comments"), commentsOf(issue)));
  }

  private Component[] commentsOf(IssueResult issue) {
    if (issue.comments().isEmpty()) return new Component[] {Prose.quiet(Texts.of("issue.noComments"))};
    List<Component> rows = new ArrayList<>();
    for (Comment each : issue.comments()) rows.add(comment(each));
    return rows.toArray(Component[]::new);
  }

  private Component comment(Comment comment) {
    String who = Texts.of("issue.commentBy", comment.author().displayName(), Moments.full(comment.created(), clock));
    Prose head = Prose.quiet(who);
    head.setFont(head.getFont().deriveFont(Font.BOLD));
    Stack stack = new Stack(3, head, markdown(comment.body(), who));
    stack.setBorder(BorderFactory.createEmptyBorder(4, 0, 6, 0));
    return stack;
  }

  private MarkdownPane markdown(String text, String name) {
    MarkdownPane pane = new MarkdownPane(host);
    pane.show(text);
    pane.getAccessibleContext().setAccessibleName(name);
    return pane;
  }

  private static Component linkRow(IssueLink link, Consumer<String> open) {
    return refRow(link.relation(), link.issue(), open);
  }

  /** What the issue is to this one, its key, its status, and its summary. */
  private static Component refRow(String relation, IssueRef ref, Consumer<String> open) {
    JPanel row = row();
    if (!relation.isEmpty()) row.add(new PlainLabel(relation));
    LinkButton key = new LinkButton(ref.key(), () -> open.accept(ref.key()));
    key.getAccessibleContext().setAccessibleName(String.join(" ", relation, ref.key(), ref.summary()).strip());
    row.add(key);
    row.add(new PlainLabel(ref.summary()));
    row.add(new StatusChip(ref.status()));
    return row;
  }

  private Component fileRow(Attachment file, Consumer<Attachment> download) {
    JPanel row = row();
    row.add(new LinkButton(file.name(), () -> download.accept(file)));
    String when = Moments.full(file.created(), clock);
    String size = Moments.size(file.size());
    PlainLabel facts = new PlainLabel(file.author() == null ? Texts.of("issue.attachmentFacts", size, when) : Texts.of("issue.attachmentFactsBy", size, file.author().displayName(), when));
    facts.setForeground(Palette.quiet());
    row.add(facts);
    return row;
  }

  private static JPanel row() {
    JPanel row = new JPanel(new WrapLayout(8));
    row.setOpaque(false);
    return row;
  }
}
