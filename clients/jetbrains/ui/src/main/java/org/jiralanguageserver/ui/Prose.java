package org.jiralanguageserver.ui;

import java.awt.Font;
import javax.swing.JTextArea;
import javax.swing.UIManager;

/** Text that breaks its lines where it must, and that can be selected and copied; as plain text, whatever is in it. */
final class Prose extends JTextArea {
  private final int style;
  private final float scale;
  private boolean quiet;

  private Prose(String text, int style, float scale) {
    super(text);
    this.style = style;
    this.scale = scale;
    setEditable(false);
    setCaret(new StillCaret());
    setLineWrap(true);
    setWrapStyleWord(true);
    setOpaque(false);
    TabKeys.moveOn(this);
    dress();
  }

  static Prose of(String text) {
    return new Prose(text, Font.PLAIN, 1);
  }

  /** What matters less than the rest. */
  static Prose quiet(String text) {
    Prose prose = of(text);
    prose.quiet = true;
    prose.dress();
    return prose;
  }

  /** The words above all others. */
  static Prose heading(String text) {
    return new Prose(text, Font.BOLD, 1.35f);
  }

  @Override
  public void updateUI() {
    super.updateUI();
    if (scale > 0) dress();
  }

  private void dress() {
    Font font = UIManager.getFont("Label.font");
    setFont(font.deriveFont(style, font.getSize2D() * scale));
    setForeground(quiet ? Palette.quiet() : Palette.text());
    setBorder(null);
  }
}
