package org.jiralanguageserver.ide;

/** The word around a place in a text, in which the agent looks for the key of an issue. */
public final class WordAt {
  private WordAt() {}

  /** Letters, digits, hyphens and underscores around an offset; empty where there are none. */
  public static String caret(CharSequence text, int offset) {
    int start = Math.min(Math.max(offset, 0), text.length());
    int end = start;
    while (start > 0 && isPart(text.charAt(start - 1))) start--;
    while (end < text.length() && isPart(text.charAt(end))) end++;
    return text.subSequence(start, end).toString();
  }

  private static boolean isPart(char each) {
    return Character.isLetterOrDigit(each) || each == '-' || each == '_';
  }
}
