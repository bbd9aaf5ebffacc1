package org.jiralanguageserver.agent;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.eclipse.lsp4j.WorkDoneProgressBegin;
import org.eclipse.lsp4j.WorkDoneProgressNotification;
import org.eclipse.lsp4j.WorkDoneProgressReport;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** What takes a while, by its token. */
final class ProgressBars {
  private final ClientUi ui;
  private final Consumer<Either<String, Integer>> cancel;
  private final Map<Either<String, Integer>, ClientUi.Progress> shown = new ConcurrentHashMap<>();

  /** @param cancel tells the agent that the user wants no more of it */
  ProgressBars(ClientUi ui, Consumer<Either<String, Integer>> cancel) {
    this.ui = ui;
    this.cancel = cancel;
  }

  void take(Either<String, Integer> token, WorkDoneProgressNotification value) {
    switch (value.getKind()) {
      case begin -> begin(token, (WorkDoneProgressBegin) value);
      case report -> report(token, (WorkDoneProgressReport) value);
      case end -> end(token);
    }
  }

  void endAll() {
    for (Either<String, Integer> token : shown.keySet()) end(token);
  }

  private void begin(Either<String, Integer> token, WorkDoneProgressBegin begin) {
    Runnable stop = Boolean.TRUE.equals(begin.getCancellable()) ? () -> cancel.accept(token) : null;
    ClientUi.Progress progress = ui.beginProgress(begin.getTitle(), stop);
    shown.put(token, progress);
    if (begin.getMessage() != null || begin.getPercentage() != null) progress.report(begin.getMessage(), begin.getPercentage());
  }

  private void report(Either<String, Integer> token, WorkDoneProgressReport report) {
    ClientUi.Progress progress = shown.get(token);
    if (progress != null) progress.report(report.getMessage(), report.getPercentage());
  }

  private void end(Either<String, Integer> token) {
    ClientUi.Progress progress = shown.remove(token);
    if (progress != null) progress.end();
  }
}
