package org.jiralanguageserver.ui;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Arc2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import javax.swing.Icon;
import org.jiralanguageserver.protocol.StatusCategory;

/** The sign of a status's category: a shape of its own and a colour, beside words that say the same. */
enum StatusMark {
  NEW("status.new", Palette.NEW),
  BEGUN("status.begun", Palette.BEGUN),
  DONE("status.done", Palette.DONE),
  UNKNOWN("status.unknown", Palette.NEW);

  private final String key;
  private final Palette palette;

  StatusMark(String key, Palette palette) {
    this.key = key;
    this.palette = palette;
  }

  /** The sign of a category of the protocol. */
  static StatusMark of(StatusCategory category) {
    return switch (category) {
      case NEW -> NEW;
      case INDETERMINATE -> BEGUN;
      case DONE -> DONE;
      case UNDEFINED, UNKNOWN -> UNKNOWN;
    };
  }

  /** What the category means, for those who do not see the sign. */
  String words() {
    return Texts.of(key);
  }

  Color color() {
    return palette.color();
  }

  /** A ground for the words of the status. */
  Color tint() {
    return palette.tint();
  }

  /** @param size in pixels; that of the text beside it */
  Icon icon(int size) {
    return new Icon() {
      @Override
      public void paintIcon(Component component, Graphics graphics, int x, int y) {
        Graphics2D pen = (Graphics2D) graphics.create();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pen.translate(x, y);
        pen.setColor(color());
        draw(pen, size);
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
    };
  }

  private void draw(Graphics2D pen, double size) {
    double edge = size * 0.14;
    double width = size - 2 * edge;
    Ellipse2D ring = new Ellipse2D.Double(edge, edge, width, width);
    pen.setStroke(new BasicStroke((float) (size * 0.12), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    switch (this) {
      case NEW -> pen.draw(ring);
      case BEGUN -> {
        pen.draw(ring);
        pen.fill(new Arc2D.Double(edge, edge, width, width, 90, -180, Arc2D.PIE));
      }
      case DONE -> {
        pen.fill(ring);
        pen.draw(ring);
        pen.setColor(Palette.panel());
        Path2D tick = new Path2D.Double();
        tick.moveTo(size * 0.30, size * 0.52);
        tick.lineTo(size * 0.44, size * 0.66);
        tick.lineTo(size * 0.70, size * 0.36);
        pen.draw(tick);
      }
      case UNKNOWN -> {
        pen.setStroke(new BasicStroke((float) (size * 0.12), BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, new float[] {(float) (size * 0.16)}, 0));
        pen.draw(ring);
      }
    }
  }
}
