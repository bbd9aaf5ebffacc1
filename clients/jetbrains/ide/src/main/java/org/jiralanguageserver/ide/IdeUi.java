package org.jiralanguageserver.ide;

import com.intellij.ide.BrowserUtil;
import com.intellij.notification.NotificationType;
import com.intellij.openapi.application.ApplicationManager;
import com.intellij.openapi.fileEditor.OpenFileDescriptor;
import com.intellij.openapi.project.Project;
import com.intellij.openapi.vfs.VirtualFile;
import com.intellij.openapi.vfs.VirtualFileManager;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import org.eclipse.lsp4j.Range;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.agent.ClientUi;
import org.jiralanguageserver.protocol.OfferSignInParams;
import org.jiralanguageserver.protocol.OfferSignInResult;

/** What the agent tells and asks the user: by notifications and dialogs of the IDE, in the window that was used last. */
final class IdeUi implements ClientUi {
  private static final Logger LOG = Logger.getLogger("org.jiralanguageserver");
  private static final Set<String> BROWSER_SCHEMES = Set.of("http", "https");
  /** More answers than this are a list. */
  private static final int ANSWERS_OF_A_NOTIFICATION = 3;

  private final Notices notices = new Notices();
  private volatile @Nullable Project current;

  /** Notes which window was used last. */
  void use(Project project) {
    current = project;
  }

  /** The window was closed. */
  void forget(Project project) {
    if (project.equals(current)) current = null;
  }

  Notices notices() {
    return notices;
  }

  @Override
  public void showMessage(Level level, String message) {
    if (level == Level.LOG) log(level, message);
    else notices.show(current, type(level), message);
  }

  @Override
  public CompletableFuture<@Nullable String> ask(Level level, String question, List<String> answers) {
    CompletableFuture<@Nullable String> answer = new CompletableFuture<>();
    if (answers.size() > ANSWERS_OF_A_NOTIFICATION) {
      ApplicationManager.getApplication().invokeLater(() -> answer.complete(new ChoiceDialog(current, question, answers).ask()));
    } else {
      Map<String, Runnable> deeds = new LinkedHashMap<>();
      answers.forEach(each -> deeds.put(each, () -> answer.complete(each)));
      // A notification expires before it does what was pressed: what was pressed is to come first.
      notices.show(current, type(level), question, deeds, () -> ApplicationManager.getApplication().invokeLater(() -> answer.complete(null)));
    }
    return answer;
  }

  @Override
  public CompletableFuture<OfferSignInResult.Answer> offerSignIn(OfferSignInParams params) {
    CompletableFuture<OfferSignInResult.Answer> answer = new CompletableFuture<>();
    Map<String, Runnable> deeds = new LinkedHashMap<>();
    deeds.put(JiraBundle.text("offer.signIn"), () -> SignIn.to(current, params.provider()).whenComplete((signedIn, thrown) ->
        answer.complete(Boolean.TRUE.equals(signedIn) ? OfferSignInResult.Answer.SIGNED_IN : OfferSignInResult.Answer.NOT_NOW)));
    deeds.put(JiraBundle.text("offer.never"), () -> answer.complete(OfferSignInResult.Answer.NEVER));
    // An offer that is taken up expires as well: what comes of it is told later, and by the window of signing in.
    AtomicBoolean taken = new AtomicBoolean();
    deeds.replaceAll((name, deed) -> () -> {
      taken.set(true);
      deed.run();
    });
    notices.show(current, NotificationType.INFORMATION, params.message(), deeds, () -> ApplicationManager.getApplication().invokeLater(() -> {
      if (!taken.get()) answer.complete(OfferSignInResult.Answer.NOT_NOW);
    }));
    return answer;
  }

  @Override
  public CompletableFuture<Boolean> browse(URI address) {
    boolean page = address.getScheme() != null && BROWSER_SCHEMES.contains(address.getScheme());
    if (page) BrowserUtil.browse(address);
    return CompletableFuture.completedFuture(page);
  }

  @Override
  public CompletableFuture<Boolean> openFile(URI file, @Nullable Range selection, boolean takeFocus) {
    Project project = current;
    if (project == null || !"file".equals(file.getScheme())) return CompletableFuture.completedFuture(false);
    @Nullable VirtualFile found = VirtualFileManager.getInstance().refreshAndFindFileByNioPath(Path.of(file));
    if (found == null) return CompletableFuture.completedFuture(false);
    int line = selection == null ? 0 : selection.getStart().getLine();
    int column = selection == null ? 0 : selection.getStart().getCharacter();
    CompletableFuture<Boolean> done = new CompletableFuture<>();
    ApplicationManager.getApplication().invokeLater(() -> {
      new OpenFileDescriptor(project, found, line, column).navigate(takeFocus);
      done.complete(true);
    });
    return done;
  }

  @Override
  public Progress beginProgress(String title, @Nullable Runnable cancel) {
    ProgressTask task = new ProgressTask(current, title, cancel);
    ApplicationManager.getApplication().invokeLater(task::queue);
    return task;
  }

  @Override
  public void log(Level level, String line) {
    switch (level) {
      case ERROR, WARNING -> LOG.warning(line);
      case INFO -> LOG.info(line);
      case LOG -> LOG.fine(line);
    }
  }

  private static NotificationType type(Level level) {
    return switch (level) {
      case ERROR -> NotificationType.ERROR;
      case WARNING -> NotificationType.WARNING;
      case INFO, LOG -> NotificationType.INFORMATION;
    };
  }
}
