package org.jiralanguageserver.ide.published;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.Opcodes;

/** Compares the stand-ins, and what the plugin does with the platform, with what the platform publishes. */
class PublishedSignaturesTest {
  private static Published published;
  private static List<ClassFile> standIns;
  private static List<ClassFile> plugin;

  private final List<String> problems = new ArrayList<>();

  @BeforeAll
  static void read() throws IOException {
    Path stubs = Path.of("..", "ide-stubs");
    published = Published.read(stubs.resolve("published.txt"));
    standIns = ClassFile.below(stubs.resolve(Path.of("target", "classes")));
    plugin = ClassFile.below(Path.of("target", "classes"));
    assertFalse(standIns.isEmpty() || plugin.isEmpty(), "nothing was compiled");
  }

  @Test
  void eachStandInIsAsItIsPublished() {
    for (ClassFile standIn : standIns) {
      published.type(standIn.name()).ifPresentOrElse(
          type -> compare(standIn, type), () -> problems.add(standIn.name() + " is not published"));
    }
    assertEquals(List.of(), problems);
  }

  @Test
  void eachPublishedTypeHasAStandIn() {
    List<String> names = standIns.stream().map(ClassFile::name).toList();
    for (Published.Type type : published.types()) {
      if (!names.contains(type.name())) {
        problems.add(type.name() + " has no stand-in");
      }
    }
    assertEquals(List.of(), problems);
  }

  @Test
  void thePluginUsesOnlyWhatIsPublished() {
    Map<String, ClassFile> byName = byName();
    for (ClassFile ours : plugin) {
      ours.types().stream().filter(this::ofThePlatform).filter(name -> published.type(name).isEmpty())
          .forEach(name -> problems.add(ours.name() + " names " + name));
      for (ClassFile.Use use : ours.uses()) {
        if (ofThePlatform(use.owner())) {
          checkUse(ours, use, published.member(use.owner(), use.key()));
        } else if (byName.containsKey(use.owner())) {
          checkInherited(ours, use, byName);
        }
      }
    }
    assertEquals(List.of(), problems);
  }

  @Test
  void thePluginOverridesNothingThatIsToBeAvoided() {
    for (ClassFile ours : plugin) {
      for (String supertype : ours.supertypes()) {
        for (String key : ours.members().keySet()) {
          if (published.member(supertype, key).filter(flags -> flags.startsWith("!")).isPresent()) {
            problems.add(ours.name() + " overrides " + key);
          }
        }
      }
    }
    assertEquals(List.of(), problems);
  }

  @Test
  void thePluginImplementsAllThatIsAbstract() {
    Map<String, ClassFile> byName = byName();
    for (ClassFile ours : plugin) {
      if (!ours.is(Opcodes.ACC_ABSTRACT)) {
        checkAbstracts(ours, byName);
      }
    }
    assertEquals(List.of(), problems);
  }

  private void compare(ClassFile standIn, Published.Type type) {
    expect(standIn.name() + " is an interface", type.isInterface(), standIn.is(Opcodes.ACC_INTERFACE));
    expect(standIn.name() + " is an annotation", type.has('@'), standIn.is(Opcodes.ACC_ANNOTATION));
    expect(standIn.name() + " is an enum", type.has('e'), standIn.is(Opcodes.ACC_ENUM));
    if (!type.isInterface()) {
      expect(standIn.name() + " is abstract", type.has('a'), standIn.is(Opcodes.ACC_ABSTRACT));
      if (!type.has('e')) {
        expect(standIn.name() + " is final", type.has('f'), standIn.is(Opcodes.ACC_FINAL));
      }
    }
    for (String supertype : standIn.supertypes()) {
      if (!type.supertypes().contains(supertype) && !"java/lang/Cloneable".equals(supertype)) {
        problems.add(standIn.name() + " is no " + supertype);
      }
    }
    standIn.members().forEach((key, access) -> compareMember(standIn, type, key, access));
  }

  private void compareMember(ClassFile standIn, Published.Type type, String key, int access) {
    if ((access & Opcodes.ACC_SYNTHETIC) != 0) {
      return;
    }
    String flags = type.members().get(key);
    String what = standIn.name() + " " + key;
    if (flags == null) {
      if ((access & (Opcodes.ACC_PUBLIC | Opcodes.ACC_PROTECTED)) != 0) {
        problems.add(what + " is not published");
      }
      return;
    }
    if (flags.startsWith("!")) {
      problems.add(what + " is to be avoided");
    }
    expect(what + " is static", flags.contains("s"), (access & Opcodes.ACC_STATIC) != 0);
    expect(what + " is protected", flags.contains("p"), (access & Opcodes.ACC_PROTECTED) != 0);
    if (key.contains("(")) {
      expect(what + " is abstract", flags.contains("a"), (access & Opcodes.ACC_ABSTRACT) != 0);
    }
  }

  private void checkUse(ClassFile ours, ClassFile.Use use, Optional<String> flags) {
    if (flags.isEmpty() && !ofObject(use.key())) {
      problems.add(ours.name() + " uses " + use.owner() + " " + use.key() + ", which is not published");
    } else if (flags.filter(text -> text.startsWith("!")).isPresent()) {
      problems.add(ours.name() + " uses " + use.owner() + " " + use.key() + ", which is to be avoided");
    }
  }

  /** A member that a class of the plugin has from the platform, called by the name of the plugin's class. */
  private void checkInherited(ClassFile ours, ClassFile.Use use, Map<String, ClassFile> byName) {
    ClassFile owner = byName.get(use.owner());
    if (declared(owner, use.key(), byName) || hasOtherAncestors(owner, byName)) return;
    checkUse(ours, use, publishedAncestors(owner, byName).stream().flatMap(type -> published.member(type.name(), use.key()).stream()).findFirst());
  }

  private boolean declared(ClassFile ours, String key, Map<String, ClassFile> byName) {
    return ours.members().containsKey(key) || ours.privateMembers().contains(key)
        || ours.supertypes().stream().filter(byName::containsKey).anyMatch(name -> declared(byName.get(name), key, byName));
  }

  /** Whether it inherits from something that is neither the plugin's nor the platform's. */
  private boolean hasOtherAncestors(ClassFile ours, Map<String, ClassFile> byName) {
    return ours.supertypes().stream().anyMatch(name ->
        byName.containsKey(name) ? hasOtherAncestors(byName.get(name), byName) : !ofThePlatform(name));
  }

  private static Map<String, ClassFile> byName() {
    Map<String, ClassFile> byName = new HashMap<>();
    plugin.forEach(one -> byName.put(one.name(), one));
    return byName;
  }

  private void checkAbstracts(ClassFile ours, Map<String, ClassFile> byName) {
    for (Published.Type type : publishedAncestors(ours, byName)) {
      type.members().forEach((key, flags) -> {
        boolean isAbstract = flags.contains("a") && !flags.startsWith("!");
        if (isAbstract && !implemented(ours, key, byName) && !implementedByPlatform(ours, key, byName)) {
          problems.add(ours.name() + " lacks " + key + " of " + type.name());
        }
      });
    }
  }

  private List<Published.Type> publishedAncestors(ClassFile ours, Map<String, ClassFile> byName) {
    List<Published.Type> all = new ArrayList<>();
    for (String supertype : ours.supertypes()) {
      if (byName.containsKey(supertype)) {
        all.addAll(publishedAncestors(byName.get(supertype), byName));
      }
      published.type(supertype).ifPresent(type -> addWithAncestors(type, all));
    }
    return all;
  }

  private void addWithAncestors(Published.Type type, List<Published.Type> all) {
    all.add(type);
    type.supertypes().forEach(name -> published.type(name).ifPresent(one -> addWithAncestors(one, all)));
  }

  /** Whether a class, or one of the plugin that it inherits from, has a method with a body. */
  private boolean implemented(ClassFile ours, String key, Map<String, ClassFile> byName) {
    return (ours.members().getOrDefault(key, Opcodes.ACC_ABSTRACT) & Opcodes.ACC_ABSTRACT) == 0
        || ours.supertypes().stream().filter(byName::containsKey)
            .anyMatch(name -> implemented(byName.get(name), key, byName));
  }

  private boolean implementedByPlatform(ClassFile ours, String key, Map<String, ClassFile> byName) {
    return publishedAncestors(ours, byName).stream()
        .anyMatch(type -> type.members().containsKey(key) && !type.members().get(key).contains("a"));
  }

  private boolean ofThePlatform(String name) {
    return name.startsWith("com/intellij/") || name.startsWith("git4idea/");
  }

  private boolean ofObject(String key) {
    return key.equals("toString ()Ljava/lang/String;") || key.equals("hashCode ()I") || key.equals("equals (Ljava/lang/Object;)Z")
        || key.equals("getClass ()Ljava/lang/Class;");
  }

  private void expect(String what, boolean wanted, boolean found) {
    if (wanted != found) {
      problems.add(what + ": " + (wanted ? "it should be" : "it should not be"));
    }
  }
}
