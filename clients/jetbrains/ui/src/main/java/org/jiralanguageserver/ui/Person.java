package org.jiralanguageserver.ui;

import java.awt.Component;
import java.awt.event.ActionListener;
import java.util.List;
import java.util.Optional;
import javax.accessibility.AccessibleContext;
import javax.swing.ComboBoxEditor;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JTextField;
import javax.swing.Timer;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.plaf.basic.BasicComboBoxEditor;
import org.jiralanguageserver.protocol.User;

/** A user, found by the beginning of a name. */
final class Person implements FieldEditor {
  private static final int PAUSE_OF_TYPING = 250;

  private final JComboBox<User> box = Choices.of(List.of(), Person::nameOf);
  private final Editor editor = new Editor();
  private final PeopleSearch people;
  private final Timer pause;
  private int asked;
  private boolean filling;

  Person(PeopleSearch people) {
    this.people = people;
    box.setEditable(true);
    box.setEditor(editor);
    editor.nameAs(box.getAccessibleContext());
    pause = new Timer(PAUSE_OF_TYPING, event -> search());
    pause.setRepeats(false);
    editor.onTyping(() -> {
      if (!filling) pause.restart();
    });
  }

  @Override
  public JComponent component() {
    return box;
  }

  @Override
  public JComponent control() {
    return box;
  }

  /** The login name of the user who was chosen; what was typed where nobody was. */
  @Override
  public Optional<Object> value() {
    if (editor.getItem() instanceof User user) return Optional.of(user.name());
    String typed = editor.text();
    return typed.isEmpty() ? Optional.empty() : Optional.of(typed);
  }

  /** Empties it, and looks for whoever comes first. */
  void begin() {
    box.setSelectedItem(null);
    editor.type("");
    control().requestFocusInWindow();
    search();
  }

  /** Looks for those who are called so. An answer that comes after the next question is dropped. */
  private void search() {
    int question = ++asked;
    people.find(editor.text()).thenAccept(users -> {
      if (question == asked) offer(users);
    });
  }

  private void offer(List<User> users) {
    String typed = editor.text();
    filling = true;
    box.removeAllItems();
    users.forEach(box::addItem);
    box.setSelectedItem(null);
    editor.type(typed);
    filling = false;
    if (box.isShowing() && editor.getEditorComponent().isFocusOwner()) box.setPopupVisible(!users.isEmpty());
  }

  static String nameOf(User user) {
    return user.displayName() + " (" + user.name() + ")";
  }

  /** Shows a user by name, and knows who it is until something else is typed. */
  private static final class Editor implements ComboBoxEditor {
    private final BasicComboBoxEditor plain = new BasicComboBoxEditor();
    private User chosen;

    void onTyping(Runnable heard) {
      field().getDocument().addDocumentListener(new DocumentListener() {
        @Override
        public void insertUpdate(DocumentEvent event) {
          heard.run();
        }

        @Override
        public void removeUpdate(DocumentEvent event) {
          heard.run();
        }

        @Override
        public void changedUpdate(DocumentEvent event) {}
      });
    }

    /** The focus is in the field, so that it is called, and described, as the box is. */
    void nameAs(AccessibleContext box) {
      AccessibleContext own = field().getAccessibleContext();
      box.addPropertyChangeListener(change -> {
        own.setAccessibleName(box.getAccessibleName());
        own.setAccessibleDescription(box.getAccessibleDescription());
      });
    }

    void type(String text) {
      field().setText(text);
    }

    String text() {
      return field().getText().strip();
    }

    @Override
    public Component getEditorComponent() {
      return plain.getEditorComponent();
    }

    @Override
    public void setItem(Object item) {
      chosen = item instanceof User user ? user : null;
      if (chosen != null) field().setText(nameOf(chosen));
      else if (item == null) field().setText("");
    }

    @Override
    public Object getItem() {
      return chosen != null && nameOf(chosen).equals(field().getText()) ? chosen : text();
    }

    @Override
    public void selectAll() {
      plain.selectAll();
    }

    @Override
    public void addActionListener(ActionListener listener) {
      plain.addActionListener(listener);
    }

    @Override
    public void removeActionListener(ActionListener listener) {
      plain.removeActionListener(listener);
    }

    private JTextField field() {
      return (JTextField) plain.getEditorComponent();
    }
  }
}
