// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import org.jiralanguageserver.wire.Command;

/**
 * Every command of the agent: what a command is not told, it asks the user.
 * Its answer is {@code null} where the user dismissed a question.
 */
public final class JiraCommands {
  private JiraCommands() {}

  /** Signs in to a Jira, and adds it where it is new. */
  public static final Command<SignInArguments, SignInCommandResult> SIGN_IN = new Command<>("jira.signIn", "Sign in", SignInArguments.class, SignInCommandResult.class);

  /** Forgets the credentials of a provider, and the provider itself where that is wanted. */
  public static final Command<SignOutArguments, SignOutCommandResult> SIGN_OUT = new Command<>("jira.signOut", "Sign out", SignOutArguments.class, SignOutCommandResult.class);

  /** Adds a Jira and signs in to it. */
  public static final Command<AddServerArguments, AddServerCommandResult> ADD_SERVER = new Command<>("jira.addServer", "Add a server", AddServerArguments.class, AddServerCommandResult.class);

  /** Opens the page of an issue in the browser. */
  public static final Command<OpenIssueArguments, OpenIssueCommandResult> OPEN_ISSUE = new Command<>("jira.openIssue", "Open in the browser", OpenIssueArguments.class, OpenIssueCommandResult.class);

  /** Shows an issue as a Markdown document in the editor. */
  public static final Command<ShowIssueArguments, ShowIssueCommandResult> SHOW_ISSUE = new Command<>("jira.showIssue", "Show", ShowIssueArguments.class, ShowIssueCommandResult.class);

  /** Searches issues, lets the user choose one, and shows it. */
  public static final Command<SearchIssuesArguments, SearchIssuesCommandResult> SEARCH_ISSUES = new Command<>("jira.searchIssues", "Search issues", SearchIssuesArguments.class, SearchIssuesCommandResult.class);

  /** Moves an issue to another status. */
  public static final Command<TransitionArguments, TransitionCommandResult> TRANSITION = new Command<>("jira.transition", "Move", TransitionArguments.class, TransitionCommandResult.class);

  /** Assigns an issue to the user. */
  public static final Command<AssignToMeArguments, AssignToMeCommandResult> ASSIGN_TO_ME = new Command<>("jira.assignToMe", "Assign to me", AssignToMeArguments.class, AssignToMeCommandResult.class);

  /** Adds a comment to an issue. */
  public static final Command<CommentArguments, CommentCommandResult> COMMENT = new Command<>("jira.comment", "Comment", CommentArguments.class, CommentCommandResult.class);

  /** Logs time that was spent on an issue. */
  public static final Command<LogWorkArguments, LogWorkCommandResult> LOG_WORK = new Command<>("jira.logWork", "Log work", LogWorkArguments.class, LogWorkCommandResult.class);

  /** Assigns an issue to the user, moves it into progress, and names a branch for it. */
  public static final Command<StartWorkArguments, StartWorkCommandResult> START_WORK = new Command<>("jira.startWork", "Start work", StartWorkArguments.class, StartWorkCommandResult.class);

  /** Watches an issue, or stops watching it. */
  public static final Command<WatchArguments, WatchCommandResult> WATCH = new Command<>("jira.watch", "Watch", WatchArguments.class, WatchCommandResult.class);

  /** Creates an issue, and writes its key into a document where that is wanted. */
  public static final Command<CreateIssueArguments, CreateIssueCommandResult> CREATE_ISSUE = new Command<>("jira.createIssue", "Create an issue", CreateIssueArguments.class, CreateIssueCommandResult.class);

  /** Asks Jira anew for what is shown. */
  public static final Command<RefreshArguments, Void> REFRESH = new Command<>("jira.refresh", "Refresh", RefreshArguments.class, Void.class);

  /** Examines the agent and its providers, and shows what works, what does not, and what to do about it. */
  public static final Command<DoctorArguments, DoctorCommandResult> DOCTOR = new Command<>("jira.doctor", "Doctor", DoctorArguments.class, DoctorCommandResult.class);

  /** All of them. */
  public static final List<Command<?, ?>> ALL = List.of(
      SIGN_IN,
      SIGN_OUT,
      ADD_SERVER,
      OPEN_ISSUE,
      SHOW_ISSUE,
      SEARCH_ISSUES,
      TRANSITION,
      ASSIGN_TO_ME,
      COMMENT,
      LOG_WORK,
      START_WORK,
      WATCH,
      CREATE_ISSUE,
      REFRESH,
      DOCTOR);
}
