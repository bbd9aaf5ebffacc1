package org.jiralanguageserver.ui;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The words of the panels, in the language of the user: those of {@code Texts.properties}. */
public final class Texts {
  private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("org.jiralanguageserver.ui.Texts");

  private Texts() {}

  /**
   * A text with its arguments filled in.
   *
   * @param key the name of the text
   * @param arguments what stands for {@code {0}}, {@code {1}}, …
   * @throws java.util.MissingResourceException when there is no such text
   */
  public static String of(String key, Object... arguments) {
    return new MessageFormat(BUNDLE.getString(key), BUNDLE.getLocale()).format(arguments);
  }

  /** A text that names a control; the letter after {@code &} is its mnemonic. */
  static Caption caption(String key) {
    return Caption.parse(of(key));
  }
}
