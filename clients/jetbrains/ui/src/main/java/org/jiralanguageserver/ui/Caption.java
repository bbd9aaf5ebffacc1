package org.jiralanguageserver.ui;

import java.awt.Component;
import java.awt.event.KeyEvent;
import javax.swing.AbstractButton;
import javax.swing.JLabel;

/**
 * What names a control.
 *
 * @param text the words
 * @param mnemonicIndex the place in them of the letter that reaches the control, or -1
 */
record Caption(String text, int mnemonicIndex) {
  /** Reads {@code Open in &Browser}. */
  static Caption parse(String marked) {
    int mark = marked.indexOf('&');
    if (mark < 0 || mark == marked.length() - 1) return new Caption(marked, -1);
    return new Caption(marked.substring(0, mark) + marked.substring(mark + 1), mark);
  }

  /** Names a button, and gives it the mnemonic. */
  <B extends AbstractButton> B on(B button) {
    button.setText(text);
    if (mnemonicIndex >= 0) {
      button.setMnemonic(keyCode());
      button.setDisplayedMnemonicIndex(mnemonicIndex);
    }
    return button;
  }

  /** Makes the label of a control: its mnemonic goes to the control, and so does its name. */
  JLabel labelFor(Component control) {
    JLabel label = new JLabel(text);
    label.setLabelFor(control);
    if (mnemonicIndex >= 0) {
      label.setDisplayedMnemonic(keyCode());
      label.setDisplayedMnemonicIndex(mnemonicIndex);
    }
    control.getAccessibleContext().setAccessibleName(text);
    return label;
  }

  private int keyCode() {
    return KeyEvent.getExtendedKeyCodeForChar(text.charAt(mnemonicIndex));
  }
}
