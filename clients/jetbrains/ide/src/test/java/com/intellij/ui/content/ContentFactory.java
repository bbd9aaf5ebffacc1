package com.intellij.ui.content;

import javax.swing.JComponent;
import org.jiralanguageserver.ide.fake.FakeIde;

/** A stand-in that does something; see {@link FakeIde}. */
public interface ContentFactory {
  static ContentFactory getInstance() {
    return FakeIde.running().contents();
  }

  Content createContent(JComponent component, String title, boolean lockable);
}
