package org.jiralanguageserver.ide.tasks;

import com.intellij.tasks.Comment;
import com.intellij.tasks.Task;
import com.intellij.tasks.TaskRepository;
import com.intellij.tasks.TaskState;
import com.intellij.tasks.TaskType;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.swing.Icon;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.ide.JiraIcons;
import org.jiralanguageserver.protocol.Issue;
import org.jiralanguageserver.protocol.IssueResult;
import org.jiralanguageserver.protocol.StatusCategory;

/** An issue as a task of the IDE. */
final class JiraTask extends Task {
  /** Names of types that Jira brings, for the sign that the IDE shows; in other languages it shows the sign for “other”. */
  private static final Set<String> FEATURES = Set.of("story", "new feature", "improvement", "epic");

  private final TaskRepository repository;
  private final String key;
  private final String url;
  private final String summary;
  private final String type;
  private final StatusCategory category;
  private final Instant created;
  private final Instant updated;
  private final @Nullable String description;
  private final List<org.jiralanguageserver.protocol.Comment> comments;

  /** From a list: without the description and the comments. */
  JiraTask(TaskRepository repository, Issue issue) {
    this.repository = repository;
    key = issue.key();
    url = issue.url();
    summary = issue.summary();
    type = issue.type().name();
    category = issue.status().category();
    created = issue.created();
    updated = issue.updated();
    description = null;
    comments = List.of();
  }

  /** From its page. */
  JiraTask(TaskRepository repository, IssueResult issue) {
    this.repository = repository;
    key = issue.key();
    url = issue.url();
    summary = issue.summary();
    type = issue.type().name();
    category = issue.status().category();
    created = issue.created();
    updated = issue.updated();
    description = issue.description();
    comments = issue.comments();
  }

  @Override
  public String getId() {
    return key;
  }

  @Override
  public String getSummary() {
    return summary;
  }

  @Override
  public @Nullable String getDescription() {
    return description;
  }

  @Override
  public Comment[] getComments() {
    return comments.stream().map(Said::new).toArray(Comment[]::new);
  }

  @Override
  public Icon getIcon() {
    return JiraIcons.jira();
  }

  @Override
  public TaskType getType() {
    String name = type.toLowerCase(Locale.ROOT);
    if ("bug".equals(name)) return TaskType.BUG;
    return FEATURES.contains(name) ? TaskType.FEATURE : TaskType.OTHER;
  }

  @Override
  public TaskState getState() {
    return switch (category) {
      case NEW -> TaskState.OPEN;
      case INDETERMINATE -> TaskState.IN_PROGRESS;
      case DONE -> TaskState.RESOLVED;
      case UNDEFINED, UNKNOWN -> TaskState.OTHER;
    };
  }

  @Override
  public Date getUpdated() {
    return Date.from(updated);
  }

  @Override
  public Date getCreated() {
    return Date.from(created);
  }

  @Override
  public boolean isClosed() {
    return category == StatusCategory.DONE;
  }

  @Override
  public boolean isIssue() {
    return true;
  }

  @Override
  public String getIssueUrl() {
    return url;
  }

  @Override
  public TaskRepository getRepository() {
    return repository;
  }

  private static final class Said extends Comment {
    private final org.jiralanguageserver.protocol.Comment comment;

    Said(org.jiralanguageserver.protocol.Comment comment) {
      this.comment = comment;
    }

    @Override
    public String getText() {
      return comment.body();
    }

    @Override
    public String getAuthor() {
      return comment.author().displayName();
    }

    @Override
    public Date getDate() {
      return Date.from(comment.created());
    }
  }
}
