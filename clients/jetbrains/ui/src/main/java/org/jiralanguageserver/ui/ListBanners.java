package org.jiralanguageserver.ui;

import java.time.Clock;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.model.IssueListModel;
import org.jiralanguageserver.model.Problem;
import org.jiralanguageserver.model.ProvidersModel;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.protocol.ProviderState;

/** What is said above a list: what went wrong, with one thing to do about it, and from when the list is. */
final class ListBanners extends Stack {
  private final IssueListListener listener;
  private final Runnable again;
  private final ProvidersModel servers;
  private final Clock clock;
  private final Banner problem = new Banner();
  private final Banner seen = new Banner();

  /** @param again reads the list once more */
  ListBanners(IssueListListener listener, ProvidersModel servers, Runnable again, Clock clock) {
    super(0);
    this.listener = listener;
    this.servers = servers;
    this.again = again;
    this.clock = clock;
    add(problem);
    add(seen);
  }

  /** @param provider the server that the list is of; {@code null} where there is none */
  void tell(IssueListModel.State list, @Nullable Provider provider) {
    ProvidersModel.State known = servers.state().get();
    if (known.problem() != null) problem.say(Banner.Kind.ERROR, Problems.words(known.problem()), Texts.caption("again"), servers::restartAgent);
    else if (known.loaded() && provider == null) problem.say(Banner.Kind.INFORMATION, Texts.of("list.noServer"), Texts.caption("list.addServer"), listener::addServer);
    else if (list.problem() != null) sayWhy(list.problem(), provider);
    else problem.clear();
    saySeen(list);
  }

  private void sayWhy(Problem why, @Nullable Provider provider) {
    boolean signedOut = provider != null && provider.state() == ProviderState.NEEDS_AUTHORIZATION;
    if (provider != null && (Problems.wantsSignIn(why) || signedOut)) problem.say(Banner.Kind.ERROR, Problems.words(why), Texts.caption("signIn"), () -> listener.signIn(provider));
    else if (Problems.mayPass(why)) problem.say(Banner.Kind.ERROR, Problems.words(why), Texts.caption("again"), again);
    else problem.say(Banner.Kind.ERROR, Problems.words(why));
  }

  /** A warning of the agent says from when the list is, too. */
  private void saySeen(IssueListModel.State list) {
    if (!list.warnings().isEmpty()) seen.say(Banner.Kind.WARNING, String.join("\n", list.warnings()));
    else if (list.seenAt() == null) seen.clear();
    else seen.say(Banner.Kind.INFORMATION, Texts.of(list.refreshing() ? "list.refreshing" : "list.cached", Moments.full(list.seenAt(), clock)));
  }
}
