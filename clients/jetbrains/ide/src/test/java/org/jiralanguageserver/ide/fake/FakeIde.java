package org.jiralanguageserver.ide.fake;

import com.intellij.credentialStore.CredentialAttributes;
import com.intellij.ide.passwordSafe.PasswordSafe;
import com.intellij.notification.Notification;
import com.intellij.notification.NotificationGroup;
import com.intellij.notification.NotificationGroupManager;
import com.intellij.openapi.application.Application;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.ui.DialogWrapper;
import com.intellij.openapi.wm.StatusBar;
import com.intellij.openapi.wm.ToolWindow;
import com.intellij.openapi.wm.ToolWindowManager;
import com.intellij.openapi.wm.WindowManager;
import com.intellij.ui.content.Content;
import com.intellij.ui.content.ContentFactory;
import com.intellij.ui.content.ContentManager;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;

/**
 * As much of an IDE as the plugin needs to be used by a test, no more: what the platform gives is taken from here, by
 * stand-ins of {@code src/test/java/com/intellij}. It shows what the plugin does with the platform, and nothing of what a
 * platform does with the plugin.
 */
public final class FakeIde implements AutoCloseable {
  private static final long PATIENCE_SECONDS = 60;
  private static volatile FakeIde running;

  private final Map<Class<?>, Object> services = new ConcurrentHashMap<>();
  private final Map<String, String> passwords = new ConcurrentHashMap<>();
  private final Set<Project> trusted = new HashSet<>();
  private final BlockingQueue<Notification> notifications = new LinkedBlockingQueue<>();
  private final BlockingQueue<DialogWrapper> dialogs = new LinkedBlockingQueue<>();
  private final BlockingQueue<String> updates = new LinkedBlockingQueue<>();
  private final FakeToolWindow toolWindow = new FakeToolWindow();
  private final Application application = new FakeApplication();

  /** Starts one; it is the one that the platform's own classes find. */
  public static FakeIde start() {
    running = new FakeIde();
    return running;
  }

  /** The one that runs. */
  public static FakeIde running() {
    return running;
  }

  /** Gives the application a service. */
  public <T> T serve(Class<T> type, T service) {
    services.put(type, service);
    return service;
  }

  /** Opens a project. */
  public FakeProject open(Path folder) {
    return new FakeProject(folder);
  }

  /** Trusts a project from now on. */
  public void trust(Project project) {
    trusted.add(project);
  }

  /** All that is in the store of passwords, by the names of the services. */
  public Map<String, String> passwords() {
    return passwords;
  }

  /** The tool window of the plugin. */
  public FakeToolWindow toolWindow() {
    return toolWindow;
  }

  /** Waits for the next notification. */
  public Notification nextNotification() throws InterruptedException {
    return next(notifications, "notification");
  }

  /** Waits for the next dialog. */
  public DialogWrapper nextDialog() throws InterruptedException {
    return next(dialogs, "dialog");
  }

  /** Waits for the next time that a widget of the status bar is drawn anew, and gives its id. */
  public String nextUpdate() throws InterruptedException {
    return next(updates, "update of the status bar");
  }

  /** Whether there are notifications that nobody looked at. */
  public boolean hasNotifications() {
    return !notifications.isEmpty();
  }

  @Override
  public void close() {
    running = null;
  }

  public Application application() {
    return application;
  }

  public boolean trusts(Project project) {
    return trusted.contains(project);
  }

  public void shown(Notification notification) {
    notifications.add(notification);
  }

  public void opened(DialogWrapper dialog) {
    dialogs.add(dialog);
  }

  public NotificationGroupManager notificationGroups() {
    return id -> new NotificationGroup();
  }

  public PasswordSafe passwordSafe() {
    return new PasswordSafe() {
      @Override
      public String getPassword(CredentialAttributes attributes) {
        return passwords.get(attributes.getServiceName());
      }

      @Override
      public void setPassword(CredentialAttributes attributes, String password) {
        if (password == null) passwords.remove(attributes.getServiceName());
        else passwords.put(attributes.getServiceName(), password);
      }
    };
  }

  public ToolWindowManager toolWindows() {
    return new ToolWindowManager() {
      @Override
      public ToolWindow getToolWindow(String id) {
        return toolWindow;
      }
    };
  }

  public WindowManager windows() {
    StatusBar bar = updates::add;
    return new WindowManager() {
      @Override
      public StatusBar getStatusBar(Project project) {
        return bar;
      }
    };
  }

  public ContentFactory contents() {
    return (component, title, lockable) -> new FakeContent(component);
  }

  private static <T> T next(BlockingQueue<T> queue, String what) throws InterruptedException {
    T next = queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (next == null) throw new AssertionError("There was no " + what + ".");
    return next;
  }

  private final class FakeApplication implements Application {
    @Override
    public void invokeLater(Runnable runnable) {
      SwingUtilities.invokeLater(runnable);
    }

    @Override
    public <T> T getService(Class<T> type) {
      return type.cast(services.get(type));
    }

    @Override
    public boolean isDisposed() {
      return false;
    }

    @Override
    public void dispose() {}
  }

  /** A project whose folder a test has made. */
  public static final class FakeProject implements Project {
    private final Path folder;
    private final Map<Class<?>, Object> services = new ConcurrentHashMap<>();

    FakeProject(Path folder) {
      this.folder = folder;
    }

    /** Gives the project a service. */
    public <T> T serve(Class<T> type, T service) {
      services.put(type, service);
      return service;
    }

    @Override
    public String getBasePath() {
      return folder.toString();
    }

    @Override
    public String getName() {
      return folder.getFileName().toString();
    }

    @Override
    public <T> T getService(Class<T> type) {
      return type.cast(services.get(type));
    }

    @Override
    public boolean isDisposed() {
      return false;
    }

    @Override
    public void dispose() {}
  }

  /** A tool window that is always there. */
  public static final class FakeToolWindow implements ToolWindow {
    private FakeContent content;

    /** What the plugin has put into it. */
    public FakeContent content() {
      return content;
    }

    @Override
    public void activate(Runnable then) {
      SwingUtilities.invokeLater(then);
    }

    @Override
    public ContentManager getContentManager() {
      return added -> content = (FakeContent) added;
    }
  }

  /** What is in a tool window. */
  public static final class FakeContent implements Content {
    private final JComponent component;
    private com.intellij.openapi.Disposable disposer = () -> {};

    FakeContent(JComponent component) {
      this.component = component;
    }

    public JComponent component() {
      return component;
    }

    /** The platform does this when the tool window goes. */
    public void dispose() {
      disposer.dispose();
    }

    @Override
    public void setCloseable(boolean closeable) {}

    @Override
    public void setDisposer(com.intellij.openapi.Disposable given) {
      disposer = given;
    }

    @Override
    public void setPreferredFocusableComponent(JComponent preferred) {}
  }
}
