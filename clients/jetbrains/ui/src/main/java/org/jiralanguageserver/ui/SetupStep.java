package org.jiralanguageserver.ui;

import javax.swing.JComponent;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.model.AddServerModel;

/** One step of adding a server, as it is shown. */
interface SetupStep {
  /** What is done in it. */
  String title();

  /** What it shows. */
  JComponent content();

  /** What gets the focus first. */
  JComponent firstControl();

  /** The name of the button that goes on; {@code null} where the step goes on by itself. */
  @Nullable Caption nextCaption();

  /**
   * Goes on with what was filled in.
   *
   * @return what is missing, and where; {@code null} where nothing is
   */
  @Nullable Missing next();

  /** Shows what is known by now. */
  default void show(AddServerModel.State state) {}

  /** Something that must be filled in. */
  record Missing(String words, JComponent where) {}
}
