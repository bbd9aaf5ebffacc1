package org.jiralanguageserver.ide.git;

import com.intellij.openapi.project.Project;
import git4idea.repo.GitRepository;
import git4idea.repo.GitRepositoryChangeListener;
import org.jiralanguageserver.ide.JiraProject;

/** Notices at once when another branch is checked out. */
public final class BranchWatch implements GitRepositoryChangeListener {
  private final Project project;

  /** Called by the platform. */
  public BranchWatch(Project project) {
    this.project = project;
  }

  @Override
  public void repositoryChanged(GitRepository repository) {
    if (!project.isDisposed()) JiraProject.of(project).branchMayHaveChanged();
  }
}
