package org.jiralanguageserver.ui;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextArea;

/** A line above the content that says what is the matter, with one thing to do about it. It is not there while nothing is. */
final class Banner extends JPanel {
  /** How much it matters. */
  enum Kind {
    INFORMATION("banner.information", Palette.BEGUN),
    WARNING("banner.warning", Palette.WARNING),
    ERROR("banner.error", Palette.ERROR);

    private final String key;
    private final Palette palette;

    Kind(String key, Palette palette) {
      this.key = key;
      this.palette = palette;
    }
  }

  private final JTextArea words = PlainLabel.asPlain(new JTextArea());
  private final JButton button = new JButton();
  private Kind kind = Kind.INFORMATION;
  private Runnable action = () -> {};

  Banner() {
    super(new BorderLayout(8, 0));
    words.setEditable(false);
    words.setLineWrap(true);
    words.setWrapStyleWord(true);
    words.setOpaque(false);
    button.addActionListener(event -> action.run());
    add(new PlainLabel(""), BorderLayout.LINE_START);
    add(words, BorderLayout.CENTER);
    add(button, BorderLayout.LINE_END);
    setVisible(false);
  }

  /** A banner that says something from the start. */
  static Banner of(Kind kind, String text) {
    Banner banner = new Banner();
    banner.say(kind, text);
    return banner;
  }

  /** Says something that nothing can be done about here. */
  void say(Kind kind, String text) {
    fill(kind, text);
    button.setVisible(false);
  }

  /** Says something, and offers one thing to do. */
  void say(Kind kind, String text, Caption caption, Runnable action) {
    fill(kind, text);
    this.action = action;
    caption.on(button);
    button.setVisible(true);
  }

  /** Nothing is the matter. */
  void clear() {
    setVisible(false);
  }

  /** What it says; empty while it says nothing. */
  String text() {
    return isVisible() ? words.getText() : "";
  }

  @Override
  public void updateUI() {
    super.updateUI();
    if (words != null) dress();
  }

  private void fill(Kind newKind, String text) {
    kind = newKind;
    words.setText(text);
    words.getAccessibleContext().setAccessibleName(Texts.of(kind.key));
    getAccessibleContext().setAccessibleName(Texts.of("banner.name", Texts.of(kind.key), text));
    dress();
    setVisible(true);
    revalidate();
  }

  private void dress() {
    Color color = kind.palette.color();
    setBackground(kind.palette.tint());
    setBorder(BorderFactory.createCompoundBorder(
        BorderFactory.createMatteBorder(0, 0, 1, 0, Palette.line()), BorderFactory.createEmptyBorder(6, 10, 6, 10)));
    words.setFont(button.getFont());
    words.setForeground(Palette.text());
    words.setBorder(BorderFactory.createEmptyBorder(3, 0, 3, 0));
    PlainLabel sign = (PlainLabel) ((BorderLayout) getLayout()).getLayoutComponent(BorderLayout.LINE_START);
    sign.setIcon(new Sign(color, words.getFontMetrics(words.getFont()).getAscent() + 4, kind == Kind.INFORMATION));
    sign.setVerticalAlignment(PlainLabel.TOP);
    sign.setBorder(BorderFactory.createEmptyBorder(3, 0, 0, 0));
  }

  /** A disc with an exclamation mark, or with an i. */
  private record Sign(Color color, int size, boolean upsideDown) implements Icon {
    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
      Graphics2D pen = (Graphics2D) graphics.create();
      pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      pen.translate(x, y);
      if (upsideDown) pen.rotate(Math.PI, size / 2.0, size / 2.0);
      pen.setColor(color);
      pen.fill(new Ellipse2D.Double(0, 0, size, size));
      pen.setColor(component.getParent().getBackground());
      pen.fill(new Rectangle2D.Double(size * 0.44, size * 0.2, size * 0.12, size * 0.38));
      pen.fill(new Ellipse2D.Double(size * 0.425, size * 0.66, size * 0.15, size * 0.15));
      pen.dispose();
    }

    @Override
    public int getIconWidth() {
      return size;
    }

    @Override
    public int getIconHeight() {
      return size;
    }
  }
}
