package org.jiralanguageserver.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Gradle's build cannot be run without JetBrains' repositories: here it is compared with Maven's, and with the descriptor. */
class GradleBuildTest {
  private static final Pattern GRADLE = Pattern.compile("(?:implementation|compileOnly)\\(\"([^:]+:[^:]+):([^\"]+)\"\\)");
  private static final Pattern MAVEN = Pattern.compile("<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*<version>\\$\\{([^}]+)}</version>");

  @Test
  void takesTheLibrariesOfMaven() throws IOException {
    Map<String, String> maven = versionsOfMaven();
    Map<String, String> gradle = new TreeMap<>();
    Matcher matcher = GRADLE.matcher(read("build.gradle.kts"));
    while (matcher.find()) gradle.put(matcher.group(1), matcher.group(2));

    assertTrue(gradle.size() >= 5, "libraries were found: " + gradle);
    gradle.forEach((library, version) -> assertEquals(maven.get(library), version, library));
  }

  @Test
  void bringsEveryLibraryThatThePackageHas() throws IOException {
    String gradle = read("build.gradle.kts");
    for (String module : List.of("core", "ui", "ide")) {
      Matcher matcher = Pattern.compile("<dependency>\\s*<groupId>([^<]+)</groupId>\\s*<artifactId>([^<]+)</artifactId>\\s*(?:<version>[^<]+</version>\\s*)?</dependency>").matcher(read(module + "/pom.xml"));
      while (matcher.find()) {
        if (matcher.group(1).equals("org.jiralanguageserver")) continue;
        assertTrue(gradle.contains("implementation(\"" + matcher.group(1) + ":" + matcher.group(2) + ":"), module + " wants " + matcher.group(2));
      }
    }
  }

  @Test
  void isOfTheSameVersionForTheSamePlatforms() throws IOException {
    String gradle = read("build.gradle.kts");
    String descriptor = read("ide/src/main/resources/META-INF/plugin.xml");
    assertEquals(first("<version>([^<]+)</version>", read("pom.xml")), first("\nversion = \"([^\"]+)\"", gradle));
    assertEquals(first("<version>([^<]+)</version>", descriptor), first("\nversion = \"([^\"]+)\"", gradle));
    assertEquals(first("since-build=\"([^\"]+)\"", descriptor), first("sinceBuild = \"([^\"]+)\"", gradle));
    assertEquals(first("<maven.compiler.release>([^<]+)</maven.compiler.release>", read("pom.xml")), first("options.release = (\\d+)", gradle));
  }

  private static Map<String, String> versionsOfMaven() throws IOException {
    String parent = read("pom.xml");
    Map<String, String> versions = new TreeMap<>();
    for (String text : List.of(parent, read("ui/pom.xml"))) {
      Matcher matcher = MAVEN.matcher(text);
      while (matcher.find()) {
        String property = "<" + Pattern.quote(matcher.group(3)) + ">([^<]+)<";
        if (Pattern.compile(property).matcher(parent + text).find()) versions.put(matcher.group(1) + ":" + matcher.group(2), first(property, parent + text));
      }
    }
    return versions;
  }

  private static String first(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertTrue(matcher.find(), pattern);
    return matcher.group(1);
  }

  private static String read(String file) throws IOException {
    return Files.readString(Path.of("..").resolve(file));
  }
}
