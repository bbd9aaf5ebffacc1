package org.jiralanguageserver.ide;

import com.intellij.openapi.project.Project;
import java.awt.Dimension;
import java.util.concurrent.CompletableFuture;
import javax.swing.BorderFactory;
import javax.swing.SwingUtilities;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.model.JiraModels;
import org.jiralanguageserver.protocol.AuthenticationType;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.protocol.ProvidersParams;
import org.jiralanguageserver.ui.AddServerPanel;
import org.jiralanguageserver.ui.AuthorizationPanel;

/**
 * The windows in which a server is added, and in which the user signs in to one again. To be used on the event dispatch
 * thread. Each gives whether the user was signed in, which is known at the latest when the window is closed.
 */
final class SignIn {
  private static final Dimension WIZARD = new Dimension(680, 520);
  private static final Dimension AUTHORIZATION = new Dimension(560, 260);

  private SignIn() {}

  /** Adds a server. */
  static CompletableFuture<Boolean> addServer(@Nullable Project project) {
    return wizard(project, null);
  }

  /** Signs in to a server that is there: by OAuth in the browser, and in every other way by going through the steps again. */
  static CompletableFuture<Boolean> to(@Nullable Project project, Provider provider) {
    return provider.authentication().type() == AuthenticationType.OAUTH1 ? authorization(project, provider) : wizard(project, provider);
  }

  /** Signs in to the server of an id; adds one where there is none of that id; for any thread. */
  static CompletableFuture<Boolean> to(@Nullable Project project, @Nullable String id) {
    return AgentService.get().agent().request(JiraRequests.PROVIDERS, new ProvidersParams()).thenComposeAsync(
        result -> result.providers().stream().filter(each -> each.id().equals(id)).findFirst()
            .map(found -> to(project, found))
            .orElseGet(() -> addServer(project)),
        SwingUtilities::invokeLater);
  }

  private static CompletableFuture<Boolean> wizard(@Nullable Project project, @Nullable Provider toChange) {
    String title = toChange == null ? JiraBundle.text("addServer.title") : JiraBundle.text("signIn.title", toChange.name());
    Steps steps = new Steps();
    AddServerPanel panel = new AddServerPanel(models(project), host(), steps, toChange);
    steps.dialog = new PanelDialog(project, title, panel, WIZARD, () -> {
      panel.close();
      steps.done.complete(false);
    });
    steps.dialog.show();
    return steps.done;
  }

  private static CompletableFuture<Boolean> authorization(@Nullable Project project, Provider provider) {
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    AuthorizationPanel panel = new AuthorizationPanel(models(project), host(), provider, signedIn -> done.complete(true));
    panel.setBorder(BorderFactory.createEmptyBorder(16, 20, 16, 20));
    new PanelDialog(project, JiraBundle.text("signIn.title", provider.name()), panel, AUTHORIZATION, () -> {
      panel.close();
      done.complete(false);
    }).show();
    return done;
  }

  private static JiraModels models(@Nullable Project project) {
    return project == null ? AgentService.get().models() : JiraProject.of(project).models();
  }

  private static IdeHost host() {
    return new IdeHost(AgentService.get().ui());
  }

  private static final class Steps implements AddServerPanel.Listener {
    private final CompletableFuture<Boolean> done = new CompletableFuture<>();
    private @Nullable PanelDialog dialog;

    @Override
    public void added(Provider provider) {
      done.complete(true);
    }

    @Override
    public void closed() {
      if (dialog != null) dialog.leave();
    }
  }
}
