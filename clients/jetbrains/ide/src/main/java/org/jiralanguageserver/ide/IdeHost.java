package org.jiralanguageserver.ide;

import com.intellij.ide.BrowserUtil;
import com.intellij.openapi.ide.CopyPasteManager;
import java.awt.datatransfer.StringSelection;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javax.swing.SwingUtilities;
import org.jiralanguageserver.ui.Host;

/** What the panels ask of the IDE. */
final class IdeHost implements Host {
  private final IdeUi ui;

  IdeHost(IdeUi ui) {
    this.ui = ui;
  }

  @Override
  public void browse(URI address) {
    BrowserUtil.browse(address);
  }

  /** Opens it in the editor, which shows what it knows and gives the rest to the system. */
  @Override
  public void openFile(URI file) {
    CompletableFuture.runAsync(() -> ui.openFile(file, null, true));
  }

  @Override
  public void copy(String text) {
    CopyPasteManager.getInstance().setContents(new StringSelection(text));
  }

  /** Not the IDE's own queue: that one waits while a modal dialog is open, and panels are in dialogs. */
  @Override
  public Executor swing() {
    return SwingUtilities::invokeLater;
  }
}
