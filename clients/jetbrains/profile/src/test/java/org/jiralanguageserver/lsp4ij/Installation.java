package org.jiralanguageserver.lsp4ij;

import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;
import org.jiralanguageserver.testing.Project;

/** The built agent, installed as a user has it. */
final class Installation {
  private Installation() {}

  /** An environment in which {@code jira-language-server} is in the PATH. @param home a folder for all of it */
  static Map<String, String> inThePath(Path home) throws IOException {
    var environment = environment(home);
    var program = program(home.resolve("bin"));
    environment.put("PATH", program.getParent() + File.pathSeparator + environment.get("PATH"));
    return environment;
  }

  /** A clean environment with a home of its own: nothing of the machine decides how the agent behaves. */
  static Map<String, String> environment(Path home) {
    var environment = new HashMap<String, String>();
    for (var name : new String[] {"PATH", "LANG", "TZ", "TMPDIR"}) {
      var value = System.getenv(name);
      if (value != null) environment.put(name, value);
    }
    environment.put("HOME", home.toString());
    return environment;
  }

  /** A program that starts the built agent. @param folder where it is put */
  static Path program(Path folder) throws IOException {
    var program = Files.createDirectories(folder).resolve("jira-language-server");
    Files.writeString(program, "#!/bin/sh\nexec node \"" + Project.agent() + "\" \"$@\"\n");
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** The version of the agent. */
  static String version() throws IOException {
    return JsonParser.parseString(Files.readString(Project.root().resolve("package.json"))).getAsJsonObject().get("version").getAsString();
  }
}
