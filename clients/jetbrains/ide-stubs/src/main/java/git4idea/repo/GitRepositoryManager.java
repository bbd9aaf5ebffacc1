package git4idea.repo;

import com.intellij.openapi.project.Project;
import java.util.List;

/** A stand-in to compile against; see published.txt. */
public final class GitRepositoryManager {
  private GitRepositoryManager() {}

  public static GitRepositoryManager getInstance(Project project) {
    throw new UnsupportedOperationException();
  }

  public List<GitRepository> getRepositories() {
    throw new UnsupportedOperationException();
  }
}
