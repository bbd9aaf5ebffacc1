package org.jiralanguageserver.ide.tasks;

import com.intellij.openapi.project.Project;
import com.intellij.tasks.TaskRepository;
import com.intellij.tasks.TaskRepositoryType;
import com.intellij.tasks.config.TaskRepositoryEditor;
import com.intellij.util.Consumer;
import javax.swing.Icon;
import org.jiralanguageserver.ide.JiraIcons;

/** Servers of Jira that the agent knows, among the kinds of servers of tasks. */
public final class JiraRepositoryType extends TaskRepositoryType<JiraRepository> {
  /** Also the name of an XML element, so there is no space in it; and none that another plugin has. */
  static final String NAME = "JiraLanguageServer";

  @Override
  public String getName() {
    return NAME;
  }

  @Override
  public Icon getIcon() {
    return JiraIcons.jira();
  }

  @Override
  public TaskRepositoryEditor createEditor(JiraRepository repository, Project project, Consumer<? super JiraRepository> changes) {
    return new JiraRepositoryEditor(repository, project, changes);
  }

  @Override
  public TaskRepository createRepository() {
    return new JiraRepository(this);
  }

  @Override
  public Class<JiraRepository> getRepositoryClass() {
    return JiraRepository.class;
  }
}
