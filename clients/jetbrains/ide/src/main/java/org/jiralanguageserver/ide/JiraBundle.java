package org.jiralanguageserver.ide;

import java.text.MessageFormat;
import java.util.ResourceBundle;

/** The words of the part for the IDE, in the language of the user: those of {@code messages/JiraBundle.properties}. */
public final class JiraBundle {
  private static final ResourceBundle BUNDLE = ResourceBundle.getBundle("messages.JiraBundle");

  private JiraBundle() {}

  /**
   * A text with its arguments filled in.
   *
   * @param arguments what stands for {@code {0}}, {@code {1}}, …
   * @throws java.util.MissingResourceException where there is no such text
   */
  public static String text(String key, Object... arguments) {
    return new MessageFormat(BUNDLE.getString(key), BUNDLE.getLocale()).format(arguments);
  }
}
