package org.jiralanguageserver.testing;

import java.net.URI;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.eclipse.lsp4j.Range;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.agent.ClientUi;
import org.jiralanguageserver.protocol.OfferSignInParams;
import org.jiralanguageserver.protocol.OfferSignInResult;

/** Notes all that the agent tells and asks; its answers are those that a test gives. */
public class RecordingUi implements ClientUi {
  /** A question, as it was asked. */
  public record Question(Level level, String text, List<String> answers) {}

  public final List<String> messages = new CopyOnWriteArrayList<>();
  public final List<Question> questions = new CopyOnWriteArrayList<>();
  /** The offers to sign in, to be taken one by one. */
  public final BlockingQueue<OfferSignInParams> offers = new LinkedBlockingQueue<>();
  public final List<String> log = new CopyOnWriteArrayList<>();
  public final List<String> progress = new CopyOnWriteArrayList<>();
  /** The pages that were opened, to be taken one by one. */
  public final BlockingQueue<URI> browsed = new LinkedBlockingQueue<>();
  public final BlockingQueue<URI> openedFiles = new LinkedBlockingQueue<>();
  /** What the user answers; by default every question is dismissed. */
  public volatile Function<Question, @Nullable String> answer = question -> null;

  @Override
  public void showMessage(Level level, String message) {
    messages.add(message);
  }

  @Override
  public CompletableFuture<@Nullable String> ask(Level level, String question, List<String> answers) {
    Question asked = new Question(level, question, answers);
    questions.add(asked);
    return CompletableFuture.completedFuture(answer.apply(asked));
  }

  @Override
  public CompletableFuture<OfferSignInResult.Answer> offerSignIn(OfferSignInParams offer) {
    offers.add(offer);
    return CompletableFuture.completedFuture(OfferSignInResult.Answer.NOT_NOW);
  }

  @Override
  public CompletableFuture<Boolean> browse(URI address) {
    browsed.add(address);
    return CompletableFuture.completedFuture(true);
  }

  @Override
  public CompletableFuture<Boolean> openFile(URI file, @Nullable Range selection, boolean takeFocus) {
    openedFiles.add(file);
    return CompletableFuture.completedFuture(true);
  }

  @Override
  public Progress beginProgress(String title, @Nullable Runnable cancel) {
    progress.add("begin " + title);
    return new Progress() {
      @Override
      public void report(@Nullable String message, @Nullable Integer percentage) {
        progress.add("report " + title);
      }

      @Override
      public void end() {
        progress.add("end " + title);
      }
    };
  }

  @Override
  public void log(Level level, String line) {
    log.add(line);
  }

  /** All that was written anywhere: where no secret may be. */
  public String everything() {
    return String.join("\n", messages) + questions + offers + String.join("\n", log) + String.join("\n", progress);
  }
}
