package git4idea.branch;

import com.intellij.openapi.project.Project;
import git4idea.repo.GitRepository;
import java.util.List;

/** A stand-in to compile against; see published.txt. */
public interface GitBrancher {
  static GitBrancher getInstance(Project project) {
    throw new UnsupportedOperationException();
  }

  void checkoutNewBranch(String name, List<? extends GitRepository> repositories);
}
