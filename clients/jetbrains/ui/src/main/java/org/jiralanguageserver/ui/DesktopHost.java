package org.jiralanguageserver.ui;

import java.awt.Desktop;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.Executor;
import javax.swing.SwingUtilities;

/** The desktop itself, where no IDE is around the panels. */
public final class DesktopHost implements Host {
  /** @throws IllegalStateException when the desktop has no browser */
  @Override
  public void browse(URI address) {
    try {
      Desktop.getDesktop().browse(address);
    } catch (IOException | UnsupportedOperationException problem) {
      throw new IllegalStateException(Texts.of("host.noBrowser"), problem);
    }
  }

  /** @throws IllegalStateException when the desktop has no program for the file */
  @Override
  public void openFile(URI file) {
    try {
      Desktop.getDesktop().open(new File(file));
    } catch (IOException | UnsupportedOperationException problem) {
      throw new IllegalStateException(Texts.of("host.noProgram"), problem);
    }
  }

  @Override
  public void copy(String text) {
    Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
  }

  @Override
  public Executor swing() {
    return SwingUtilities::invokeLater;
  }
}
