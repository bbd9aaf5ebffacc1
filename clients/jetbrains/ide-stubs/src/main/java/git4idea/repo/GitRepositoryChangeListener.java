package git4idea.repo;

/** A stand-in to compile against; see published.txt. */
public interface GitRepositoryChangeListener {
  void repositoryChanged(GitRepository repository);
}
