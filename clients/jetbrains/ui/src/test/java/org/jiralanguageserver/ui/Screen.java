package org.jiralanguageserver.ui;

import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Container;
import java.awt.EventQueue;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.lang.reflect.InvocationTargetException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.KeyStroke;
import javax.swing.RepaintManager;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;

/**
 * A window with a panel, driven as a person would drive it. Swing is touched on its own thread alone, here and in the
 * panel: whatever touches it elsewhere is noted, and {@link #close()} throws.
 */
final class Screen implements AutoCloseable {
  private static final WatchfulQueue QUEUE = new WatchfulQueue();
  private static final StrictRepaintManager STRICT = new StrictRepaintManager();
  private static final int PATIENCE_SECONDS = 90;

  static {
    Toolkit.getDefaultToolkit().getSystemEventQueue().push(QUEUE);
    RepaintManager.setCurrentManager(STRICT);
  }

  private final JFrame frame;

  private Screen(JFrame frame) {
    this.frame = frame;
  }

  /** Opens a window with a panel in it. */
  static Screen show(int width, int height, Supplier<? extends JComponent> panel) {
    STRICT.violations.clear();
    return new Screen(ask(() -> {
      JFrame frame = new JFrame();
      frame.setUndecorated(true);
      frame.setContentPane(panel.get());
      frame.setSize(width, height);
      frame.setVisible(true);
      return frame;
    }));
  }

  /** Does something on the event dispatch thread. */
  static void act(Runnable deed) {
    ask(() -> {
      deed.run();
      return null;
    });
  }

  /** Asks something on the event dispatch thread. */
  static <T> T ask(Supplier<T> question) {
    if (EventQueue.isDispatchThread()) return question.get();
    CompletableFuture<T> answer = new CompletableFuture<>();
    try {
      SwingUtilities.invokeAndWait(() -> {
        try {
          answer.complete(question.get());
        } catch (Throwable problem) {
          answer.completeExceptionally(problem);
        }
      });
      return answer.join();
    } catch (InterruptedException | InvocationTargetException problem) {
      throw new IllegalStateException(problem);
    }
  }

  /** Waits until something is so; it is looked at after each event. */
  static void until(String what, BooleanSupplier condition) {
    CompletableFuture<Void> reached = new CompletableFuture<>();
    QUEUE.waits.add(new Wait(condition, reached));
    EventQueue.invokeLater(() -> {});
    try {
      reached.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException late) {
      throw new AssertionError("This never came: " + what);
    } catch (InterruptedException | ExecutionException problem) {
      throw new AssertionError(what, problem);
    }
  }

  JFrame frame() {
    return frame;
  }

  /** The visible component of a kind by its accessible name. @throws AssertionError when there is not exactly one */
  <C extends Component> C find(Class<C> kind, String name) {
    return ask(() -> {
      List<C> found = all(kind).stream().filter(each -> name.equals(each.getAccessibleContext().getAccessibleName())).toList();
      if (found.size() != 1) throw new AssertionError(found.size() + " of " + name + " among " + all(kind).stream().map(each -> each.getAccessibleContext().getAccessibleName()).toList());
      return found.get(0);
    });
  }

  /** Every visible component of a kind. */
  <C extends Component> List<C> all(Class<C> kind) {
    return ask(() -> visible(kind, frame.getContentPane()));
  }

  /** Presses a button by its name. */
  void press(String name) {
    AbstractButton button = find(AbstractButton.class, name);
    act(() -> {
      if (!button.isEnabled()) throw new AssertionError(name + " is disabled");
      button.doClick(0);
    });
  }

  /** Writes into a field by its name. */
  void write(String name, String text) {
    JTextComponent field = find(JTextComponent.class, name);
    act(() -> field.setText(text));
  }

  /** Presses a key in a component. */
  static void key(Component component, String keyStroke) {
    KeyStroke stroke = KeyStroke.getKeyStroke(keyStroke);
    act(() -> {
      for (int id : new int[] {KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED}) {
        component.dispatchEvent(new KeyEvent(component, id, System.currentTimeMillis(), stroke.getModifiers(), stroke.getKeyCode(), KeyEvent.CHAR_UNDEFINED));
      }
    });
  }

  /** Closes the window. @throws AssertionError when Swing was touched off its thread */
  @Override
  public void close() {
    act(frame::dispose);
    if (!STRICT.violations.isEmpty()) {
      AssertionError error = new AssertionError("Swing was touched off the event dispatch thread");
      STRICT.violations.forEach(error::addSuppressed);
      throw error;
    }
  }

  private static <C extends Component> List<C> visible(Class<C> kind, Container within) {
    List<C> found = new ArrayList<>();
    for (Component each : within.getComponents()) {
      if (!each.isVisible()) continue;
      if (kind.isInstance(each)) found.add(kind.cast(each));
      if (each instanceof Container container) found.addAll(visible(kind, container));
    }
    return found;
  }

  private record Wait(BooleanSupplier condition, CompletableFuture<Void> reached) {}

  /** Looks at what is waited for after each event. */
  private static final class WatchfulQueue extends EventQueue {
    final List<Wait> waits = new CopyOnWriteArrayList<>();

    @Override
    protected void dispatchEvent(AWTEvent event) {
      super.dispatchEvent(event);
      for (Wait wait : waits) {
        try {
          if (!wait.condition().getAsBoolean()) continue;
          wait.reached().complete(null);
        } catch (Throwable problem) {
          wait.reached().completeExceptionally(problem);
        }
        waits.remove(wait);
      }
    }
  }

  /** Notes what touches a component that is shown from another thread than that of Swing. */
  private static final class StrictRepaintManager extends RepaintManager {
    final List<Throwable> violations = new CopyOnWriteArrayList<>();

    @Override
    public synchronized void addInvalidComponent(JComponent component) {
      check(component);
      super.addInvalidComponent(component);
    }

    @Override
    public void addDirtyRegion(JComponent component, int x, int y, int width, int height) {
      check(component);
      super.addDirtyRegion(component, x, y, width, height);
    }

    private void check(JComponent component) {
      if (!EventQueue.isDispatchThread() && component.isShowing()) violations.add(new IllegalStateException(Thread.currentThread() + " touched " + component));
    }
  }
}
