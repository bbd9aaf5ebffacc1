package org.jiralanguageserver.ide.git;

import com.intellij.openapi.project.Project;
import git4idea.branch.GitBrancher;
import git4idea.repo.GitRepository;
import git4idea.repo.GitRepositoryManager;
import java.util.List;
import org.jiralanguageserver.ide.branch.Branches;

/** Makes branches by Git's plug-in, which takes care of local changes and of what goes wrong. */
public final class GitBranches implements Branches {
  @Override
  public boolean checkOutNew(Project project, String name) {
    List<GitRepository> repositories = GitRepositoryManager.getInstance(project).getRepositories();
    if (repositories.isEmpty()) return false;
    GitBrancher.getInstance(project).checkoutNewBranch(name, repositories);
    return true;
  }
}
