package org.jiralanguageserver.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.awt.Color;
import java.util.stream.Stream;
import javax.swing.LookAndFeel;
import javax.swing.UIManager;
import javax.swing.plaf.metal.MetalLookAndFeel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PaletteTest {
  static Stream<LookAndFeel> looks() {
    return Stream.of(new FlatLightLaf(), new FlatDarkLaf(), new MetalLookAndFeel());
  }

  @AfterEach
  void putTheLookBack() throws Exception {
    UIManager.setLookAndFeel(new MetalLookAndFeel());
  }

  @ParameterizedTest
  @MethodSource("looks")
  void isReadableInEveryLook(LookAndFeel look) throws Exception {
    UIManager.setLookAndFeel(look);
    assertEquals(look instanceof FlatLaf flat && flat.isDark(), Palette.isDark());
    for (Palette each : Palette.values()) {
      for (String background : new String[] {"Panel.background", "Table.background", "TextField.background"}) {
        readable(each + " on " + background, each.color(), UIManager.getColor(background));
      }
      readable("text on the tint of " + each, Palette.text(), each.tint());
    }
    readable("quiet text", Palette.quiet(), Palette.panel());
  }

  private static void readable(String what, Color text, Color background) {
    double contrast = Palette.contrast(text, background);
    assertTrue(contrast >= 4.5, () -> what + ": " + contrast);
  }
}
