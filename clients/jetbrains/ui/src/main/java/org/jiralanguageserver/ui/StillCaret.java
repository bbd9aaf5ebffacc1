package org.jiralanguageserver.ui;

import java.awt.Rectangle;
import javax.swing.text.DefaultCaret;

/** A caret that scrolls for who reads with the keyboard, and not because a text came: a page stays where it is. */
final class StillCaret extends DefaultCaret {
  private static final long serialVersionUID = 1;

  @Override
  protected void adjustVisibility(Rectangle place) {
    if (getComponent() != null && getComponent().isFocusOwner()) super.adjustVisibility(place);
  }
}
