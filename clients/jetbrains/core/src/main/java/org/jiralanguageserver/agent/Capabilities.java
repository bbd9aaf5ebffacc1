package org.jiralanguageserver.agent;

import com.google.gson.JsonObject;
import java.util.List;
import org.eclipse.lsp4j.ClientCapabilities;
import org.eclipse.lsp4j.GeneralClientCapabilities;
import org.eclipse.lsp4j.PositionEncodingKind;
import org.eclipse.lsp4j.ShowDocumentCapabilities;
import org.eclipse.lsp4j.WindowClientCapabilities;
import org.eclipse.lsp4j.WorkspaceClientCapabilities;
import org.jiralanguageserver.wire.JiraJson;

/** What this client can do. */
final class Capabilities {
  private Capabilities() {}

  /** @param secrets whether it keeps secrets */
  static ClientCapabilities declared(boolean secrets) {
    WindowClientCapabilities window = new WindowClientCapabilities();
    window.setShowDocument(new ShowDocumentCapabilities(true));
    window.setWorkDoneProgress(true);
    WorkspaceClientCapabilities workspace = new WorkspaceClientCapabilities();
    workspace.setConfiguration(true);
    workspace.setWorkspaceFolders(true);
    GeneralClientCapabilities general = new GeneralClientCapabilities();
    general.setPositionEncodings(List.of(PositionEncodingKind.UTF16));
    ClientCapabilities capabilities = new ClientCapabilities();
    capabilities.setWindow(window);
    capabilities.setWorkspace(workspace);
    capabilities.setGeneral(general);
    JsonObject experimental = new JsonObject();
    experimental.add("jira", JiraJson.toJson(org.jiralanguageserver.protocol.ClientCapabilities.of().withProvidersChanged(true).withIssuesChanged(true).withSecrets(secrets).withSignIn(true)));
    capabilities.setExperimental(experimental);
    return capabilities;
  }
}
