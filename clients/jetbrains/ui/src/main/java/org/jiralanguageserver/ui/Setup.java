package org.jiralanguageserver.ui;

import java.util.function.Consumer;
import javax.swing.JComponent;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.wire.Request;

/** What the steps of adding a server have in common. */
interface Setup {
  Host host();

  /** Asks the agent, and waits with everything but going back; what goes wrong is said above the step. */
  <P, R> void ask(Request<P, R> request, P params, String waiting, Consumer<R> taken);

  /** Goes on to a step. */
  void go(SetupStep step);

  /** Says what is missing, and goes there. */
  void missing(String words, JComponent where);

  /** The server is there, and the user is signed in. */
  void done(Provider provider);

  /** For what the steps ask by themselves. */
  Questions questions();
}
