package org.jiralanguageserver.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WordAtTest {
  private static final String TEXT = "// see ABC-12, not this";

  @ParameterizedTest
  @ValueSource(ints = {7, 9, 10, 13})
  void isTheWordAroundThePlace(int offset) {
    assertEquals("ABC-12", WordAt.caret(TEXT, offset));
  }

  @Test
  void isEmptyWhereThereIsNone() {
    assertEquals("", WordAt.caret(" , ", 1));
    assertEquals("", WordAt.caret("", 0));
  }

  @Test
  void heedsNoPlaceOutsideOfTheText() {
    assertEquals("this", WordAt.caret(TEXT, 1000));
    assertEquals("ABC", WordAt.caret("ABC", -1));
  }
}
