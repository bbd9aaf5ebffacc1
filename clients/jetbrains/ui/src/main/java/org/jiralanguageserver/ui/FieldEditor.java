package org.jiralanguageserver.ui;

import java.util.Optional;
import javax.swing.JComponent;

/** Takes the value of one field of a screen of Jira. */
interface FieldEditor {
  /** What is put beside the label. */
  JComponent component();

  /** What the label is for, and what gets the focus. */
  JComponent control();

  /**
   * The value in the plain form of the field's kind (see {@code FieldKind} of the protocol); nothing where none is given.
   *
   * @throws InvalidValue when what was typed is none
   */
  Optional<Object> value() throws InvalidValue;

  /** What was typed is no value of the field; the message says what is wrong. */
  final class InvalidValue extends Exception {
    InvalidValue(String message) {
      super(message);
    }
  }
}
