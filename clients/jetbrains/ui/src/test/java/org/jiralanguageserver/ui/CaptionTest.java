package org.jiralanguageserver.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.awt.event.KeyEvent;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JTextField;
import org.junit.jupiter.api.Test;

class CaptionTest {
  @Test
  void readsTheMnemonic() {
    assertEquals(new Caption("Open in browser", 8), Caption.parse("Open in &browser"));
    assertEquals(new Caption("Open", -1), Caption.parse("Open"));
    assertEquals(new Caption("Open&", -1), Caption.parse("Open&"));
  }

  @Test
  void namesControls() {
    JButton button = Caption.parse("Open in &browser").on(new JButton());
    assertEquals("Open in browser", button.getText());
    assertEquals(KeyEvent.VK_B, button.getMnemonic());
    assertEquals(8, button.getDisplayedMnemonicIndex());
    JTextField field = new JTextField();
    JLabel label = Caption.parse("&Query").labelFor(field);
    assertSame(field, label.getLabelFor());
    assertEquals("Query", field.getAccessibleContext().getAccessibleName());
  }
}
