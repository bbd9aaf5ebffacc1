package org.jiralanguageserver.ide.published;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.objectweb.asm.AnnotationVisitor;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What a compiled class is, has and uses.
 *
 * @param members by {@link Published#key}, with their access flags; without what is private
 * @param privateMembers those, by their keys
 * @param types every type that is named anywhere
 * @param uses members of other classes
 */
record ClassFile(
    String name,
    int access,
    List<String> supertypes,
    Map<String, Integer> members,
    Set<String> privateMembers,
    Set<String> types,
    Set<Use> uses) {

  /** A member that is read, written or called. */
  record Use(String owner, String key) {}

  /** Reads every class below a folder. */
  static List<ClassFile> below(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".class")).sorted().map(ClassFile::read).toList();
    }
  }

  boolean is(int flag) {
    return (access & flag) != 0;
  }

  private static ClassFile read(Path file) {
    try {
      Reader reader = new Reader();
      new ClassReader(Files.readAllBytes(file)).accept(reader, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
      return reader.result();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static final class Reader extends ClassVisitor {
    private final List<String> supertypes = new ArrayList<>();
    private final Map<String, Integer> members = new LinkedHashMap<>();
    private final Set<String> privateMembers = new LinkedHashSet<>();
    private final Set<String> types = new LinkedHashSet<>();
    private final Set<Use> uses = new LinkedHashSet<>();
    private String name = "";
    private int access;

    Reader() {
      super(Opcodes.ASM9);
    }

    ClassFile result() {
      return new ClassFile(name, access, supertypes, members, privateMembers, types, uses);
    }

    @Override
    public void visit(int version, int flags, String self, String signature, String parent, String[] interfaces) {
      name = self;
      access = flags;
      if (!"java/lang/Object".equals(parent)) {
        supertypes.add(parent);
      }
      supertypes.addAll(List.of(interfaces));
      types.addAll(supertypes);
    }

    @Override
    public void visitInnerClass(String inner, String outer, String simple, int flags) {
      if (inner.equals(name)) {
        access |= flags & Opcodes.ACC_STATIC;
      }
    }

    @Override
    public FieldVisitor visitField(int flags, String field, String descriptor, String signature, Object value) {
      note(Type.getType(descriptor));
      addMember(flags, field, descriptor);
      return null;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean visible) {
      note(Type.getType(descriptor));
      return null;
    }

    @Override
    public MethodVisitor visitMethod(int flags, String method, String descriptor, String signature, String[] thrown) {
      note(Type.getMethodType(descriptor));
      addMember(flags, method, descriptor);
      return new Body();
    }

    private void addMember(int flags, String member, String descriptor) {
      if ((flags & Opcodes.ACC_PRIVATE) != 0) {
        privateMembers.add(Published.key(member, descriptor));
      } else if (!"<clinit>".equals(member)) {
        members.put(Published.key(member, descriptor), flags);
      }
    }

    private void note(Type type) {
      switch (type.getSort()) {
        case Type.ARRAY -> note(type.getElementType());
        case Type.OBJECT -> types.add(type.getInternalName());
        case Type.METHOD -> {
          note(type.getReturnType());
          for (Type argument : type.getArgumentTypes()) {
            note(argument);
          }
        }
        default -> { }
      }
    }

    private void noteUse(String owner, String member, String descriptor) {
      note(Type.getObjectType(owner));
      note(member.isEmpty() || descriptor.startsWith("(") ? Type.getMethodType(descriptor) : Type.getType(descriptor));
      uses.add(new Use(owner, Published.key(member, descriptor)));
    }

    private final class Body extends MethodVisitor {
      Body() {
        super(Opcodes.ASM9);
      }

      @Override
      public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
        noteUse(owner, field, descriptor);
      }

      @Override
      public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean ofInterface) {
        noteUse(owner, method, descriptor);
      }

      @Override
      public void visitTypeInsn(int opcode, String type) {
        note(Type.getObjectType(type));
      }

      @Override
      public void visitLdcInsn(Object value) {
        if (value instanceof Type type) {
          note(type);
        }
      }

      @Override
      public void visitInvokeDynamicInsn(String method, String descriptor, Handle bootstrap, Object... arguments) {
        note(Type.getMethodType(descriptor));
        for (Object argument : arguments) {
          if (argument instanceof Handle handle) {
            noteUse(handle.getOwner(), handle.getName(), handle.getDesc());
          } else if (argument instanceof Type type) {
            note(type);
          }
        }
      }
    }
  }
}
