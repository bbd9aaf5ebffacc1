// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import org.jiralanguageserver.wire.Request;
import org.jiralanguageserver.wire.StreamedRequest;

/** Every request to the agent, with what it takes and gives. */
public final class JiraRequests {
  private JiraRequests() {}

  /**
   * Asks a server who it is and which ways in it has.
   * Nothing is stored and no credentials are sent.
   * It is what a client shows before {@code jira/configure}.
   * It may fail with {@code invalidParams}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code loginPage}, {@code rateLimited}, {@code server}, {@code storage}.
   */
  public static final Request<ProbeParams, ProbeResult> PROBE = new Request<>("jira/probe", ProbeParams.class, ProbeResult.class);

  /**
   * Adds a provider, or changes the one that {@code provider} names.
   * Checks before it stores: the server is asked who it is and the credentials are tried once.
   * What is refused is not stored.
   * With {@code oauth1} the provider is stored as {@code needsAuthorization}.
   * Without {@code provider} a new one is added, also where the server has one already: two accounts on one server are two providers.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code forbidden}, {@code loginPage}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code rateLimited}, {@code server}, {@code unsupported}, {@code storage}.
   */
  public static final Request<ConfigureParams, ConfigureResult> CONFIGURE = new Request<>("jira/configure", ConfigureParams.class, ConfigureResult.class);

  /**
   * Lists the configured providers; it asks no server.
   * It may fail with {@code invalidParams}, {@code storage}.
   */
  public static final Request<ProvidersParams, ProvidersResult> PROVIDERS = new Request<>("jira/providers", ProvidersParams.class, ProvidersResult.class);

  /**
   * Forgets a provider, its credentials, and its key pair where no other provider uses it.
   * A provider that the workspace or the organization names stays in the list, with nothing of the user left in it.
   * Jira itself is not told: a token or an OAuth access that shall end there too is revoked in the user's profile.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code storage}.
   */
  public static final Request<RemoveProviderParams, Void> REMOVE_PROVIDER = new Request<>("jira/removeProvider", RemoveProviderParams.class, Void.class);

  /**
   * Makes an RSA key pair, its certificate, and every value of the application link form.
   * It may fail with {@code invalidParams}, {@code storage}.
   */
  public static final Request<GenerateKeyPairParams, KeyPair> GENERATE_KEY_PAIR = new Request<>("jira/generateKeyPair", GenerateKeyPairParams.class, KeyPair.class);

  /**
   * Begins an authorization: gets a request token and gives the address where the user approves.
   * With {@code loopback} the browser comes back to the agent by itself.
   * With {@code oob} (out of band), for instance over SSH, Jira shows a code that the user types.
   * An earlier authorization of the same provider that is still open ends.
   * A provider that a file of the workspace names has to be approved first: see {@code jira/trustWorkspaceProvider}.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code forbidden}, {@code loginPage}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code rateLimited}, {@code server}, {@code unsupported}, {@code storage}.
   */
  public static final Request<AuthorizeParams, AuthorizeResult> AUTHORIZE = new Request<>("jira/authorize", AuthorizeParams.class, AuthorizeResult.class);

  /**
   * Ends an authorization: waits for the browser, or takes the code, and exchanges it for access.
   * With a loopback redirect and no {@code verifier} it answers when the browser comes back, when the user refuses, when the time is over, or when the request is cancelled.
   * A cancelled wait can be taken up again, or ended with a {@code verifier}, until the authorization is over.
   * It may fail with {@code invalidParams}, {@code authorizationDenied}, {@code authorizationExpired}, {@code notAuthorized}, {@code credentialsRejected}, {@code forbidden}, {@code loginPage}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code rateLimited}, {@code server}, {@code unknownProvider}, {@code storage}.
   */
  public static final Request<CompleteAuthorizationParams, CompleteAuthorizationResult> COMPLETE_AUTHORIZATION = new Request<>("jira/completeAuthorization", CompleteAuthorizationParams.class, CompleteAuthorizationResult.class);

  /**
   * Forgets the credentials of a provider; the provider stays, as {@code needsAuthorization}.
   * The key pair and the consumer key stay too, so that {@code jira/authorize} is all that signing in again takes.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code storage}.
   */
  public static final Request<SignOutParams, SignOutResult> SIGN_OUT = new Request<>("jira/signOut", SignOutParams.class, SignOutResult.class);

  /**
   * Queries issues by JQL, by words, by key, by a filter or by a preset.
   * Without {@code jql}, {@code text}, {@code filter} and {@code preset} these are the open issues of the user.
   * {@code limit} may exceed the server's page size: the agent fetches the pages, several at a time.
   * An empty list always means that Jira said “none”.
   * A list that was seen can be answered at once, or without the network, by {@code cache}: it is then marked by {@code cached}, whole in itself, and never mixed with what Jira answers now.
   * Where Jira cannot be reached at all, a list that was seen before is answered so without being asked for, with a warning that says from when it is.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code invalidJql}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code storage}.
   */
  public static final StreamedRequest<IssuesParams, IssuesResult, IssuesPartialResult> ISSUES = new StreamedRequest<>("jira/issues", IssuesParams.class, IssuesResult.class, IssuesPartialResult.class);

  /**
   * Reads one issue, with its comments, transitions, links, sub-tasks and attachments.
   * Wiki markup comes as Markdown.
   * The key of an issue that was moved finds it too; {@code key} in the result is the one that it has now.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code validation}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code storage}.
   */
  public static final Request<IssueParams, IssueResult> ISSUE = new Request<>("jira/issue", IssueParams.class, IssueResult.class);

  /**
   * Lists the transitions that are open to the user on an issue, with the fields of their screens.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code validation}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code storage}.
   */
  public static final Request<TransitionsParams, TransitionsResult> TRANSITIONS = new Request<>("jira/transitions", TransitionsParams.class, TransitionsResult.class);

  /**
   * Moves an issue to another status.
   * Where the screen of the transition has a field for comments, the comment goes with the transition; otherwise it is added after it, since Jira drops it there without a word.
   * Where that fails, the error says that the issue has moved.
   * A field that is missing is a {@code validation} error that names it; a transition that was offered and is no longer open is a {@code conflict}.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code validation}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code conflict}, {@code storage}.
   */
  public static final Request<TransitionParams, TransitionResult> TRANSITION = new Request<>("jira/transition", TransitionParams.class, TransitionResult.class);

  /**
   * Adds a comment to an issue.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code validation}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code conflict}, {@code storage}.
   */
  public static final Request<CommentParams, CommentResult> COMMENT = new Request<>("jira/comment", CommentParams.class, CommentResult.class);

  /**
   * Assigns an issue to somebody, or to nobody.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code validation}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code conflict}, {@code storage}.
   */
  public static final Request<AssignParams, AssignResult> ASSIGN = new Request<>("jira/assign", AssignParams.class, AssignResult.class);

  /**
   * Logs time that was spent on an issue.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code validation}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code conflict}, {@code storage}.
   */
  public static final Request<LogWorkParams, LogWorkResult> LOG_WORK = new Request<>("jira/logWork", LogWorkParams.class, LogWorkResult.class);

  /**
   * Reads the work log of an issue.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code validation}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code storage}.
   */
  public static final Request<WorkLogParams, WorkLogResult> WORK_LOG = new Request<>("jira/workLog", WorkLogParams.class, WorkLogResult.class);

  /**
   * Creates an issue.
   * It is sent once.
   * Where Jira does not answer, the agent looks for the issue: one that was made after all is the result, with a warning; otherwise the error says what is known.
   * Fields that Jira insists on and that are missing are a {@code validation} error that names them; {@code jira/createFields} tells them before.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code validation}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code conflict}, {@code storage}.
   */
  public static final Request<CreateIssueParams, CreateIssueResult> CREATE_ISSUE = new Request<>("jira/createIssue", CreateIssueParams.class, CreateIssueResult.class);

  /**
   * Lists the types of issue that the user may create in a project.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code validation}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code storage}.
   */
  public static final Request<IssueTypesParams, IssueTypesResult> ISSUE_TYPES = new Request<>("jira/issueTypes", IssueTypesParams.class, IssueTypesResult.class);

  /**
   * Lists the fields of the screen on which an issue of a type is created in a project.
   * Project, type, summary and description are members of {@code jira/createIssue} itself; all others go under its {@code fields}.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code validation}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code storage}.
   */
  public static final Request<CreateFieldsParams, CreateFieldsResult> CREATE_FIELDS = new Request<>("jira/createFields", CreateFieldsParams.class, CreateFieldsResult.class);

  /**
   * Changes fields of an issue.
   * With {@code updated} nothing is written over what somebody else wrote meanwhile: an issue that has changed since is a {@code conflict}.
   * Labels are better changed by {@code jira/labels}, which adds and removes single ones.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code validation}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code conflict}, {@code storage}.
   */
  public static final Request<EditIssueParams, EditIssueResult> EDIT_ISSUE = new Request<>("jira/editIssue", EditIssueParams.class, EditIssueResult.class);

  /**
   * Lists the fields of an issue that the user may edit.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code validation}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code storage}.
   */
  public static final Request<EditFieldsParams, EditFieldsResult> EDIT_FIELDS = new Request<>("jira/editFields", EditFieldsParams.class, EditFieldsResult.class);

  /**
   * Adds labels to an issue and removes labels from it, and leaves the others as they are.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code validation}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code conflict}, {@code storage}.
   */
  public static final Request<LabelsParams, LabelsResult> LABELS = new Request<>("jira/labels", LabelsParams.class, LabelsResult.class);

  /**
   * Watches an issue, or stops watching it.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code validation}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code conflict}, {@code storage}.
   */
  public static final Request<WatchParams, WatchResult> WATCH = new Request<>("jira/watch", WatchParams.class, WatchResult.class);

  /**
   * Links an issue to another one.
   * With {@code type: "blocks"} the issue {@code key} blocks the issue {@code to}; with {@code "is blocked by"} it is the other way round.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code validation}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code conflict}, {@code storage}.
   */
  public static final Request<LinkParams, LinkResult> LINK = new Request<>("jira/link", LinkParams.class, LinkResult.class);

  /**
   * Downloads an attached file into the agent's folder, for an editor to open.
   * It comes from the own address of the provider alone, and under a name that no file system takes amiss.
   * A file that was downloaded before is not downloaded again.
   * Signing out deletes what was downloaded.
   * A file of more than 50 MiB is {@code unsupported}.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code validation}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code storage}.
   */
  public static final Request<AttachmentParams, AttachmentResult> ATTACHMENT = new Request<>("jira/attachment", AttachmentParams.class, AttachmentResult.class);

  /**
   * Begins work on an issue: assigns it, moves it into progress, and names a branch for it.
   * The steps are tried in this order, since many workflows let only the assignee begin.
   * Where one fails, those before it are undone as far as Jira lets them: {@code started} is then false, there is no {@code branch}, and {@code steps} tells all of it.
   * An issue that is in progress already is not moved.
   * The agent names the branch and does nothing in a repository.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code validation}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code conflict}, {@code storage}.
   */
  public static final Request<StartWorkParams, StartWorkResult> START_WORK = new Request<>("jira/startWork", StartWorkParams.class, StartWorkResult.class);

  /**
   * Names a branch for an issue, and changes nothing.
   * A client that makes the branch before it sends {@code jira/startWork} can take the branch back where Jira refuses.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code validation}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code storage}.
   */
  public static final Request<BranchNameParams, BranchNameResult> BRANCH_NAME = new Request<>("jira/branchName", BranchNameParams.class, BranchNameResult.class);

  /**
   * Finds the issues that the name of a branch tells.
   * A key counts where a configured server has its project, in whatever case it is written: nothing else of the name is sent anywhere.
   * The projects of a server are read once, and remembered.
   * It may fail with {@code invalidParams}, {@code storage}.
   */
  public static final Request<BranchIssuesParams, BranchIssuesResult> BRANCH_ISSUES = new Request<>("jira/branchIssues", BranchIssuesParams.class, BranchIssuesResult.class);

  /**
   * Lists the projects that the user may see.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code validation}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code storage}.
   */
  public static final Request<ProjectsParams, ProjectsResult> PROJECTS = new Request<>("jira/projects", ProjectsParams.class, ProjectsResult.class);

  /**
   * Finds users to whom an issue, or a new issue of a project, can be assigned.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code validation}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code storage}.
   */
  public static final Request<AssignableUsersParams, AssignableUsersResult> ASSIGNABLE_USERS = new Request<>("jira/assignableUsers", AssignableUsersParams.class, AssignableUsersResult.class);

  /**
   * Lists the favourite filters of the user; {@code jira/issues} takes their ids.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code validation}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code storage}.
   */
  public static final Request<FiltersParams, FiltersResult> FILTERS = new Request<>("jira/filters", FiltersParams.class, FiltersResult.class);

  /**
   * Lists the boards that the user may see.
   * Where Jira Software is not installed this is {@code unsupported}.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code validation}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code storage}.
   */
  public static final Request<BoardsParams, BoardsResult> BOARDS = new Request<>("jira/boards", BoardsParams.class, BoardsResult.class);

  /**
   * Lists the sprints of a board.
   * Where Jira Software is not installed, or the board has no sprints, as a Kanban board, this is {@code unsupported}.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code validation}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code storage}.
   */
  public static final Request<SprintsParams, SprintsResult> SPRINTS = new Request<>("jira/sprints", SprintsParams.class, SprintsResult.class);

  /**
   * Lists the types of link between issues.
   * Where an administrator switched linking off this is {@code unsupported}.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code validation}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code storage}.
   */
  public static final Request<LinkTypesParams, LinkTypesResult> LINK_TYPES = new Request<>("jira/linkTypes", LinkTypesParams.class, LinkTypesResult.class);

  /**
   * Lists the issues that the user looked at last, the latest first.
   * This is Jira's own history: issues that were opened in a browser, and those read by {@code jira/issue} with {@code opened}.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code validation}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code invalidJql}, {@code storage}.
   */
  public static final Request<RecentIssuesParams, RecentIssuesResult> RECENT_ISSUES = new Request<>("jira/recentIssues", RecentIssuesParams.class, RecentIssuesResult.class);

  /**
   * Lists the queries that are there from the start, as this Jira can answer them.
   * {@code jira/issues} takes their ids as {@code preset}.
   * They tell what is done by the category of a status and never by its name.
   * {@code currentSprint} is there where Jira Software is, and {@code openInProject} where a project is given.
   * Out of reach of the server, what is known of it decides.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code validation}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code storage}.
   */
  public static final Request<PresetsParams, PresetsResult> PRESETS = new Request<>("jira/presets", PresetsParams.class, PresetsResult.class);

  /**
   * Lists the queries that the user saved, in the order of their making; it asks no server.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code storage}.
   */
  public static final Request<QueriesParams, QueriesResult> QUERIES = new Request<>("jira/queries", QueriesParams.class, QueriesResult.class);

  /**
   * Saves a query under a name, or changes the one that {@code query} names; it asks no server.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code notFound}, {@code storage}.
   */
  public static final Request<SaveQueryParams, SaveQueryResult> SAVE_QUERY = new Request<>("jira/saveQuery", SaveQueryParams.class, SaveQueryResult.class);

  /**
   * Forgets a saved query.
   * It may fail with {@code invalidParams}, {@code notFound}, {@code storage}.
   */
  public static final Request<DeleteQueryParams, Void> DELETE_QUERY = new Request<>("jira/deleteQuery", DeleteQueryParams.class, Void.class);

  /**
   * Tells what can be written at a place of a query in JQL.
   * Fields, operators, functions and values are those of the server, for the user; fields are also found by their names in the language of the user.
   * What was read is kept in memory, so that most answers need no network.
   * Out of reach of the server, the answer is what is known of it, and what every Jira has; {@code warnings} says so.
   * Where {@code isIncomplete} is true, there are more values than Jira tells at once: ask again when the user has typed on.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code validation}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code storage}.
   */
  public static final Request<CompleteJqlParams, CompleteJqlResult> COMPLETE_JQL = new Request<>("jira/completeJql", CompleteJqlParams.class, CompleteJqlResult.class);

  /**
   * Tells what is wrong with a query in JQL, and where.
   * Jira itself is asked, without reading any issue; its verdict counts.
   * The agent adds where that is, what else is wrong, and what to do.
   * Out of reach of the server, {@code checked} is {@code local}: the query was held against the grammar and what is known of the server, and may be wrong all the same.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code ambiguousProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code credentialsExpired}, {@code captchaRequired}, {@code loginPage}, {@code forbidden}, {@code notFound}, {@code validation}, {@code rateLimited}, {@code offline}, {@code timeout}, {@code certificate}, {@code proxy}, {@code notJira}, {@code server}, {@code unsupported}, {@code storage}.
   */
  public static final Request<ValidateJqlParams, ValidateJqlResult> VALIDATE_JQL = new Request<>("jira/validateJql", ValidateJqlParams.class, ValidateJqlResult.class);

  /**
   * Notes whether the user approves the server of a provider that a file of the workspace names.
   * Before that nothing is sent to the server, its name is not looked up, and requests to the provider are {@code notAuthorized}.
   * The client shows {@code baseUrl} of the provider and asks the user; {@code host} is what the user approved by name.
   * The approval is for this base URL alone, and holds in every workspace that names it.
   * Refused, what was stored of the provider is forgotten.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code unsupported}, {@code storage}.
   */
  public static final Request<TrustWorkspaceProviderParams, TrustWorkspaceProviderResult> TRUST_WORKSPACE_PROVIDER = new Request<>("jira/trustWorkspaceProvider", TrustWorkspaceProviderParams.class, TrustWorkspaceProviderResult.class);

  /**
   * Makes the text of a file that names providers of the user for all who work in a repository, with the keys of application links encrypted for the team.
   * The file is called {@code .jira.json}; it goes to the root of the repository and is committed.
   * Nothing of the user is in it: no token, no name.
   * With a passphrase, those who work in the repository type it once; with recipients, whoever has one of their identities types nothing.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code unsupported}, {@code storage}.
   */
  public static final Request<WorkspaceFileParams, WorkspaceFileResult> WORKSPACE_FILE = new Request<>("jira/workspaceFile", WorkspaceFileParams.class, WorkspaceFileResult.class);

  /**
   * Tells how the organization's database is doing, and what it holds.
   * It asks the database.
   * Where that is away, it tells what was last known, with {@code state: "away"}.
   * It may fail with {@code invalidParams}, {@code storage}.
   */
  public static final Request<OrganizationParams, OrganizationResult> ORGANIZATION = new Request<>("jira/organization", OrganizationParams.class, OrganizationResult.class);

  /**
   * Sets an organization up in the database, brings the tables to their newest version, or changes who can open its keys.
   * Whoever owns the database does it first: the tables and the two roles of the organization are made then, one for its administrators and one for its members, to be granted to people.
   * After that an administrator may change {@code passphrase} and {@code recipients}; they count for keys that are published from then on.
   * The passphrase does not leave this machine: an identity of age is made, and stored encrypted by it.
   * It may fail with {@code invalidParams}, {@code notAuthorized}, {@code credentialsRejected}, {@code forbidden}, {@code offline}, {@code timeout}, {@code certificate}, {@code unsupported}, {@code server}, {@code storage}.
   */
  public static final Request<SetUpOrganizationParams, SetUpOrganizationResult> SET_UP_ORGANIZATION = new Request<>("jira/setUpOrganization", SetUpOrganizationParams.class, SetUpOrganizationResult.class);

  /**
   * Publishes a provider for everybody in the organization, or changes one that is published.
   * Either {@code provider} names a provider of the administrator, or the other members say what is published.
   * The private key is encrypted before it leaves this machine.
   * Credentials of the administrator are never published.
   * Published again with the same base URL and consumer key, a provider is changed.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code loginPage}, {@code proxy}, {@code notJira}, {@code rateLimited}, {@code notAuthorized}, {@code credentialsRejected}, {@code forbidden}, {@code offline}, {@code timeout}, {@code certificate}, {@code unsupported}, {@code server}, {@code storage}.
   */
  public static final Request<PublishProviderParams, PublishProviderResult> PUBLISH_PROVIDER = new Request<>("jira/publishProvider", PublishProviderParams.class, PublishProviderResult.class);

  /**
   * Makes a new key pair for a published provider and publishes it beside the old one.
   * The administrator then puts the new public key into the application link; {@code applicationLink.steps} say how.
   * Until then agents sign with the old key.
   * When Jira refuses that, each tries the new one by itself, and nobody has to do anything.
   * Once nobody is on the old key ({@code jira/organization}), {@code jira/retireKey} ends it.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code conflict}, {@code notAuthorized}, {@code credentialsRejected}, {@code forbidden}, {@code offline}, {@code timeout}, {@code certificate}, {@code unsupported}, {@code server}, {@code storage}.
   */
  public static final Request<RotateKeyParams, RotateKeyResult> ROTATE_KEY = new Request<>("jira/rotateKey", RotateKeyParams.class, RotateKeyResult.class);

  /**
   * Takes a key of a published provider back: the old one once nobody needs it, or a new one that is not to be.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code notFound}, {@code conflict}, {@code notAuthorized}, {@code credentialsRejected}, {@code forbidden}, {@code offline}, {@code timeout}, {@code certificate}, {@code unsupported}, {@code server}, {@code storage}.
   */
  public static final Request<RetireKeyParams, RetireKeyResult> RETIRE_KEY = new Request<>("jira/retireKey", RetireKeyParams.class, RetireKeyResult.class);

  /**
   * Withdraws a published provider: it goes from every agent, with the credentials that people have for it.
   * Jira itself is not told: the administrator deletes the application link there, which ends every access by it.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code notAuthorized}, {@code credentialsRejected}, {@code forbidden}, {@code offline}, {@code timeout}, {@code certificate}, {@code unsupported}, {@code server}, {@code storage}.
   */
  public static final Request<WithdrawProviderParams, Void> WITHDRAW_PROVIDER = new Request<>("jira/withdrawProvider", WithdrawProviderParams.class, Void.class);

  /**
   * Checks the agent and, where there is one, a provider; it changes nothing.
   * It may fail with {@code invalidParams}, {@code unknownProvider}, {@code storage}.
   */
  public static final Request<DoctorParams, DoctorResult> DOCTOR = new Request<>("jira/doctor", DoctorParams.class, DoctorResult.class);

  /** All of them, in the order of the documents. */
  public static final List<Request<?, ?>> ALL = List.of(
      PROBE,
      CONFIGURE,
      PROVIDERS,
      REMOVE_PROVIDER,
      GENERATE_KEY_PAIR,
      AUTHORIZE,
      COMPLETE_AUTHORIZATION,
      SIGN_OUT,
      ISSUES,
      ISSUE,
      TRANSITIONS,
      TRANSITION,
      COMMENT,
      ASSIGN,
      LOG_WORK,
      WORK_LOG,
      CREATE_ISSUE,
      ISSUE_TYPES,
      CREATE_FIELDS,
      EDIT_ISSUE,
      EDIT_FIELDS,
      LABELS,
      WATCH,
      LINK,
      ATTACHMENT,
      START_WORK,
      BRANCH_NAME,
      BRANCH_ISSUES,
      PROJECTS,
      ASSIGNABLE_USERS,
      FILTERS,
      BOARDS,
      SPRINTS,
      LINK_TYPES,
      RECENT_ISSUES,
      PRESETS,
      QUERIES,
      SAVE_QUERY,
      DELETE_QUERY,
      COMPLETE_JQL,
      VALIDATE_JQL,
      TRUST_WORKSPACE_PROVIDER,
      WORKSPACE_FILE,
      ORGANIZATION,
      SET_UP_ORGANIZATION,
      PUBLISH_PROVIDER,
      ROTATE_KEY,
      RETIRE_KEY,
      WITHDRAW_PROVIDER,
      DOCTOR);
}
