package org.jiralanguageserver.ide;

import com.intellij.notification.NotificationType;
import com.intellij.openapi.application.ApplicationManager;
import com.intellij.openapi.project.Project;
import java.util.List;
import java.util.function.Consumer;
import org.jiralanguageserver.agent.Agent;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.protocol.ProvidersParams;
import org.jiralanguageserver.protocol.SignOutParams;

/** What the user does with servers from the menu. */
public final class Servers {
  private Servers() {}

  /** Adds a server. */
  public static void addServer(Project project) {
    SignIn.addServer(project);
  }

  /** Signs in to a server that the user chooses; adds one where there is none. */
  public static void signIn(Project project) {
    Agent agent = JiraProject.of(project).agent();
    choose(project, agent, JiraBundle.text("signIn.which"), provider -> SignIn.to(project, provider), () -> addServer(project));
  }

  /** Signs out of a server that the user chooses. */
  public static void signOut(Project project) {
    Agent agent = JiraProject.of(project).agent();
    choose(project, agent, JiraBundle.text("signOut.which"), provider ->
        agent.request(JiraRequests.SIGN_OUT, new SignOutParams(provider.id())).whenComplete((result, thrown) -> {
          if (thrown != null) tell(project, NotificationType.ERROR, StartWork.reason(thrown));
          else tell(project, NotificationType.INFORMATION, JiraBundle.text("signOut.done", provider.name()));
        }),
        () -> tell(project, NotificationType.INFORMATION, JiraBundle.text("signOut.none")));
  }

  private static void choose(Project project, Agent agent, String question, Consumer<Provider> chosen, Runnable none) {
    agent.request(JiraRequests.PROVIDERS, new ProvidersParams()).whenComplete((result, thrown) -> ApplicationManager.getApplication().invokeLater(() -> {
      if (project.isDisposed()) return;
      if (thrown != null) tell(project, NotificationType.ERROR, StartWork.reason(thrown));
      else if (result.providers().isEmpty()) none.run();
      else if (result.providers().size() == 1) chosen.accept(result.providers().get(0));
      else ask(project, question, result.providers(), chosen);
    }));
  }

  private static void ask(Project project, String question, List<Provider> providers, Consumer<Provider> chosen) {
    List<String> names = providers.stream().map(each -> each.name() + " – " + each.baseUrl()).toList();
    int index = names.indexOf(new ChoiceDialog(project, question, names).ask());
    if (index >= 0) chosen.accept(providers.get(index));
  }

  private static void tell(Project project, NotificationType type, String text) {
    AgentService.get().ui().notices().show(project, type, text);
  }
}
