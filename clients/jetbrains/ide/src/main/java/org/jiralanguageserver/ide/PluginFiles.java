package org.jiralanguageserver.ide;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Path;
import org.jetbrains.annotations.Nullable;

/** Where the files of the plugin are: its jars in {@code lib}, and the agent beside that folder. */
public final class PluginFiles {
  private PluginFiles() {}

  /** The program of the agent that came with the plugin. */
  public static Path agentProgram() {
    return agentProgram(PluginFiles.class.getResource("PluginFiles.class"));
  }

  /**
   * @param ownClass where a class of the plugin was loaded from
   * @throws IllegalStateException where that is no jar in a folder {@code lib}
   */
  static Path agentProgram(@Nullable URL ownClass) {
    try {
      URLConnection connection = ownClass == null ? null : ownClass.openConnection();
      if (connection instanceof JarURLConnection jar) {
        Path lib = Path.of(jar.getJarFileURL().toURI()).getParent();
        if (lib != null && lib.endsWith("lib")) return lib.resolveSibling("agent").resolve("main.js");
      }
      throw new IllegalStateException("the plugin was not loaded from the folder that it was installed to: " + ownClass);
    } catch (IOException | URISyntaxException failure) {
      throw new IllegalStateException(failure);
    }
  }
}
