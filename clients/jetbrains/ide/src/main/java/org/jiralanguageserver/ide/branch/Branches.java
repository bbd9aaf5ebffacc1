package org.jiralanguageserver.ide.branch;

import com.intellij.openapi.project.Project;

/** Makes branches: Git's plug-in where that is there. */
public interface Branches {
  /**
   * Makes a branch and checks it out, in every repository of the project; it asks and tells the user by itself.
   *
   * @return whether there is a repository to do it in
   */
  boolean checkOutNew(Project project, String name);

  /** For an IDE without Git's plug-in. */
  final class None implements Branches {
    @Override
    public boolean checkOutNew(Project project, String name) {
      return false;
    }
  }
}
