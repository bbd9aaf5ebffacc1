package org.jiralanguageserver.model;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.agent.Agent;
import org.jiralanguageserver.protocol.CreateFieldsParams;
import org.jiralanguageserver.protocol.CreateIssueParams;
import org.jiralanguageserver.protocol.Field;
import org.jiralanguageserver.protocol.Issue;
import org.jiralanguageserver.protocol.IssueType;
import org.jiralanguageserver.protocol.IssueTypesParams;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.Project;
import org.jiralanguageserver.protocol.ProjectsParams;
import org.jiralanguageserver.wire.Request;

/** Creating an issue: server, project, type, and then the fields of Jira's own screen. */
public final class CreateIssueModel extends Model<CreateIssueModel.State> {
  private static final Set<String> ASKED_ELSEWHERE = Set.of("project", "issuetype", "summary", "description");

  /**
   * @param provider the server; {@code null} for the only one
   * @param projects the projects to choose from
   * @param project the one that was chosen
   * @param types the types to choose from
   * @param type the one that was chosen
   * @param fields what the screen asks for beside the summary and the description
   * @param busy whether an answer is waited for
   * @param problem why the last thing that was tried did not work; {@link Problem#fieldErrors} says what of single fields
   * @param created the new issue
   * @param warnings what to know although it worked
   */
  public record State(
      @Nullable String provider,
      List<Project> projects,
      @Nullable Project project,
      List<IssueType> types,
      @Nullable IssueType type,
      List<Field> fields,
      boolean busy,
      @Nullable Problem problem,
      @Nullable Issue created,
      List<String> warnings) {
    public State {
      projects = List.copyOf(projects);
      types = List.copyOf(types);
      fields = List.copyOf(fields);
      warnings = List.copyOf(warnings);
    }

    State with(boolean busy, @Nullable Problem problem) {
      return new State(provider, projects, project, types, type, fields, busy, problem, created, warnings);
    }
  }

  private @Nullable Pending<?> waiting;

  CreateIssueModel(Agent agent, Executor thread, @Nullable String provider) {
    super(agent, thread, empty(provider));
  }

  /** Reads the projects of a server; {@code null} for the only one. */
  public CompletableFuture<Void> chooseProvider(@Nullable String provider) {
    become(empty(provider));
    return ask(JiraRequests.PROJECTS, ProjectsParams.of().withProvider(provider), result -> {
      List<Project> open = result.projects().stream().filter(project -> !project.archived()).toList();
      become(new State(provider, open, null, List.of(), null, List.of(), false, null, null, List.of()));
    });
  }

  /** Reads the types of a project. */
  public CompletableFuture<Void> chooseProject(Project project) {
    become(new State(now().provider(), now().projects(), project, List.of(), null, List.of(), false, null, null, List.of()));
    return ask(JiraRequests.ISSUE_TYPES, IssueTypesParams.of(project.key()).withProvider(now().provider()), result ->
        become(new State(now().provider(), now().projects(), project, result.issueTypes(), null, List.of(), false, null, null, List.of())));
  }

  /** Reads the fields of a type. */
  public CompletableFuture<Void> chooseType(IssueType type) {
    Project project = now().project();
    if (project == null) throw new IllegalStateException("A project is chosen before a type.");
    become(new State(now().provider(), now().projects(), project, now().types(), type, List.of(), false, null, null, List.of()));
    return ask(JiraRequests.CREATE_FIELDS, CreateFieldsParams.of(project.key(), type.id()).withProvider(now().provider()), result ->
        become(new State(now().provider(), now().projects(), project, now().types(), type, asked(result.fields()), false, null, null, List.of())));
  }

  /**
   * Creates the issue.
   *
   * @param description in Markdown
   * @param fields see {@link FieldValues}
   */
  public CompletableFuture<Void> create(String summary, @Nullable String description, Map<String, JsonElement> fields) {
    Project project = now().project();
    IssueType type = now().type();
    if (project == null || type == null) throw new IllegalStateException("A project and a type are chosen before.");
    CreateIssueParams params = CreateIssueParams.of(project.key(), type.id(), summary).withProvider(now().provider()).withDescription(description).withFields(fields.isEmpty() ? null : fields);
    return ask(JiraRequests.CREATE_ISSUE, params, result ->
        become(new State(now().provider(), now().projects(), project, now().types(), type, now().fields(), false, null, result.issue(), result.warnings() == null ? List.of() : result.warnings())));
  }

  /** Jira insists on a reporter on its screens, and takes the user where none is given. */
  private static List<Field> asked(List<Field> screen) {
    return screen.stream()
        .filter(field -> !ASKED_ELSEWHERE.contains(field.id()))
        .map(field -> field.id().equals("reporter") ? new Field(field.id(), field.name(), false, field.kind(), field.multiple(), true, field.allowedValues(), field.type()) : field)
        .toList();
  }

  private <P, R> CompletableFuture<Void> ask(Request<P, R> request, P params, Consumer<R> then) {
    Pending<?> before = waiting;
    become(now().with(true, null));
    Pending<R> asked = send(request, params);
    waiting = asked;
    if (before != null) before.cancel();
    return asked.answer().handle((result, problem) -> {
      if (waiting != asked || isClosed()) return null;
      waiting = null;
      if (problem == null) then.accept(result);
      else become(now().with(false, isCancellation(problem) ? null : Problem.of(problem)));
      return null;
    });
  }

  private static State empty(@Nullable String provider) {
    return new State(provider, List.of(), null, List.of(), null, List.of(), false, null, null, List.of());
  }
}
