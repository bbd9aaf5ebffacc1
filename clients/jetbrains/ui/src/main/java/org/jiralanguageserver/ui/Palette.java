package org.jiralanguageserver.ui;

import java.awt.Color;
import javax.swing.UIManager;

/**
 * Colours that have a meaning, for the look that is on now. Each is readable on the background of lists and panels:
 * its contrast is 4.5 at the least (WCAG 2.2, 1.4.3), as a test checks.
 */
enum Palette {
  NEW(new Color(0x4A5568), new Color(0xB4BECD)),
  BEGUN(new Color(0x0B57B7), new Color(0x8FBEFF)),
  DONE(new Color(0x1A7037), new Color(0x73C991)),
  WARNING(new Color(0x8A5300), new Color(0xE3B341)),
  ERROR(new Color(0xB3261E), new Color(0xFF9F99)),
  LINK(new Color(0x0B57B7), new Color(0x8FBEFF));

  private final Color onLight;
  private final Color onDark;

  Palette(Color onLight, Color onDark) {
    this.onLight = onLight;
    this.onDark = onDark;
  }

  /** The colour, as it is read on the background of panels. */
  Color color() {
    return isDark() ? onDark : onLight;
  }

  /** The colour as a background: a breath of it over that of panels. */
  Color tint() {
    return mix(color(), panel(), isDark() ? 0.16 : 0.09);
  }

  /** For lines that part things. */
  static Color line() {
    return mix(text(), panel(), 0.18);
  }

  /** For what matters less than the rest, and is read all the same. */
  static Color quiet() {
    return mix(text(), panel(), 0.72);
  }

  /** Whether the look is a dark one. */
  static boolean isDark() {
    return luminance(panel()) < luminance(text());
  }

  static Color panel() {
    return of("Panel.background", Color.WHITE);
  }

  static Color text() {
    return of("Label.foreground", Color.BLACK);
  }

  /** The contrast of two colours by WCAG 2.2: 1 to 21. */
  static double contrast(Color one, Color other) {
    double first = luminance(one);
    double second = luminance(other);
    return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
  }

  private static Color of(String key, Color otherwise) {
    Color color = UIManager.getColor(key);
    return color == null ? otherwise : color;
  }

  private static Color mix(Color over, Color under, double part) {
    return new Color(
        (int) Math.round(over.getRed() * part + under.getRed() * (1 - part)),
        (int) Math.round(over.getGreen() * part + under.getGreen() * (1 - part)),
        (int) Math.round(over.getBlue() * part + under.getBlue() * (1 - part)));
  }

  /** The relative luminance by WCAG 2.2. */
  private static double luminance(Color color) {
    return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double value = channel / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }
}
