package org.jiralanguageserver.agent;

import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.eclipse.lsp4j.Range;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.protocol.OfferSignInParams;
import org.jiralanguageserver.protocol.OfferSignInResult;

/**
 * What the agent tells and asks the user: an IDE has one, and so have the tests.
 * Its methods are called on threads of the agent and return at once; what takes the user's time ends a future. Texts
 * may come from Jira: they are shown as plain text.
 */
public interface ClientUi {
  /** How much a message matters. */
  enum Level {
    ERROR,
    WARNING,
    INFO,
    LOG
  }

  /** Tells the user something. */
  void showMessage(Level level, String message);

  /**
   * Asks the user a question.
   *
   * @param answers the answers to choose from, at least one
   * @return the answer; {@code null} where the user dismissed the question
   */
  CompletableFuture<@Nullable String> ask(Level level, String question, List<String> answers);

  /**
   * Offers the user to sign in, by the client's own user interface.
   *
   * @return what the user did of it, once that is known
   */
  CompletableFuture<OfferSignInResult.Answer> offerSignIn(OfferSignInParams offer);

  /**
   * Opens an address in the system's browser.
   *
   * @return whether that was done; where it was not, the agent has another way
   */
  CompletableFuture<Boolean> browse(URI address);

  /**
   * Opens a file in the editor.
   *
   * @param selection what to select in it
   * @return whether that was done
   */
  CompletableFuture<Boolean> openFile(URI file, @Nullable Range selection, boolean takeFocus);

  /**
   * Something takes a while.
   *
   * @param cancel ends it early; {@code null} where it cannot be
   * @return takes what is to be shown of it
   */
  Progress beginProgress(String title, @Nullable Runnable cancel);

  /** A line for the log, which holds no secret. */
  void log(Level level, String line);

  /** What is shown of something that takes a while. */
  interface Progress {
    /**
     * @param message what is being done; {@code null} where that is as before
     * @param percentage how much of it is done; {@code null} where nobody knows
     */
    void report(@Nullable String message, @Nullable Integer percentage);

    /** It is over. */
    void end();
  }
}
