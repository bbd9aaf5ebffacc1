package org.jiralanguageserver.ui;

import javax.swing.JComponent;

/** One step of adding a server. */
interface SetupStep {
  /** What is done in it. */
  String title();

  /** What it shows. */
  JComponent content();

  /** What gets the focus first. */
  JComponent firstControl();

  /** The name of the button that goes on; {@code null} where the step goes on by itself. */
  Caption nextCaption();

  /** Goes on with what was filled in. */
  void next();

  /** The user goes back or away: what is under way ends. */
  default void leave() {}

  /** Whether the user can go back to the step before. */
  default boolean canGoBack() {
    return true;
  }
}
