package org.jiralanguageserver.ide;

import com.intellij.openapi.progress.ProgressIndicator;
import com.intellij.openapi.progress.Task;
import com.intellij.openapi.project.Project;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.agent.ClientUi;

/** Something that takes a while, in the status bar of the IDE. It holds a background thread until it is over. */
final class ProgressTask extends Task.Backgroundable implements ClientUi.Progress {
  private static final long LOOK_EVERY_MILLISECONDS = 200;

  private final @Nullable Runnable cancel;
  private final CountDownLatch over = new CountDownLatch(1);
  private volatile String message = "";
  private volatile int percentage = -1;

  ProgressTask(@Nullable Project project, String title, @Nullable Runnable cancel) {
    super(project, title, cancel != null);
    this.cancel = cancel;
  }

  @Override
  public void report(@Nullable String text, @Nullable Integer percent) {
    if (text != null) message = text;
    if (percent != null) percentage = percent;
  }

  @Override
  public void end() {
    over.countDown();
  }

  @Override
  public void run(ProgressIndicator indicator) {
    boolean cancelled = false;
    try {
      do {
        indicator.setText(message);
        indicator.setIndeterminate(percentage < 0);
        if (percentage >= 0) indicator.setFraction(percentage / 100.0);
        if (indicator.isCanceled() && !cancelled && cancel != null) {
          cancelled = true;
          cancel.run();
        }
      } while (!over.await(LOOK_EVERY_MILLISECONDS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
