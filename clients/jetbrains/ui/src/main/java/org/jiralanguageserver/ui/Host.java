package org.jiralanguageserver.ui;

import java.net.URI;
import java.util.concurrent.Executor;

/** What the panels ask of the program that they are shown in. It is asked on the event dispatch thread. */
public interface Host {
  /** Opens a page in the browser; the address is one of http or https. */
  void browse(URI address);

  /** Opens a file that was downloaded. */
  void openFile(URI file);

  /** Puts a text on the clipboard. */
  void copy(String text);

  /** Runs what touches Swing, on the event dispatch thread, also while a modal dialog is open. */
  Executor swing();
}
