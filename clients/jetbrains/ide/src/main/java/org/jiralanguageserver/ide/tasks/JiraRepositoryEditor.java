package org.jiralanguageserver.ide.tasks;

import com.intellij.openapi.project.Project;
import com.intellij.tasks.config.TaskRepositoryEditor;
import com.intellij.util.Consumer;
import java.awt.BorderLayout;
import java.awt.FlowLayout;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import org.jiralanguageserver.agent.Subscription;
import org.jiralanguageserver.ide.AgentService;
import org.jiralanguageserver.ide.JiraBundle;
import org.jiralanguageserver.ide.Servers;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.protocol.ProvidersParams;

/** Chooses which of the servers that were added it is. There is nothing else to say, and no password to type. */
final class JiraRepositoryEditor extends TaskRepositoryEditor {
  private final JiraRepository repository;
  private final Consumer<? super JiraRepository> changes;
  private final JComboBox<String> servers = new JComboBox<>();
  private final JPanel panel = new JPanel(new BorderLayout());
  private final Subscription subscription;
  private boolean filling;

  JiraRepositoryEditor(JiraRepository repository, Project project, Consumer<? super JiraRepository> changes) {
    this.repository = repository;
    this.changes = changes;
    JLabel label = new JLabel(JiraBundle.text("tasks.server"));
    label.setLabelFor(servers);
    JButton add = new JButton(JiraBundle.text("tasks.addServer"));
    add.addActionListener(event -> Servers.addServer(project));
    servers.addActionListener(event -> choose());
    JPanel row = new JPanel(new FlowLayout(FlowLayout.LEADING));
    row.add(label);
    row.add(servers);
    row.add(add);
    panel.add(row, BorderLayout.PAGE_START);
    subscription = AgentService.get().agent().onProviders(now -> SwingUtilities.invokeLater(() -> fill(now)));
    AgentService.get().agent().request(JiraRequests.PROVIDERS, new ProvidersParams()).thenAccept(result -> SwingUtilities.invokeLater(() -> fill(result.providers())));
  }

  @Override
  public JComponent createComponent() {
    return panel;
  }

  @Override
  public JComponent getPreferredFocusedComponent() {
    return servers;
  }

  @Override
  public void dispose() {
    subscription.close();
  }

  private void fill(List<Provider> providers) {
    filling = true;
    servers.removeAllItems();
    if (!repository.getUrl().isEmpty()) servers.addItem(repository.getUrl());
    providers.stream().map(Provider::baseUrl).filter(url -> !url.equals(repository.getUrl())).forEach(servers::addItem);
    filling = false;
    choose();
  }

  private void choose() {
    if (filling || !(servers.getSelectedItem() instanceof String url) || url.equals(repository.getUrl())) return;
    repository.setUrl(url);
    changes.consume(repository);
  }
}
