package org.jiralanguageserver.model;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.agent.Agent;
import org.jiralanguageserver.agent.ClientUi;
import org.jiralanguageserver.protocol.Authentication;
import org.jiralanguageserver.protocol.AuthenticationOption;
import org.jiralanguageserver.protocol.AuthenticationType;
import org.jiralanguageserver.protocol.ConfigureParams;
import org.jiralanguageserver.protocol.GenerateKeyPairParams;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.KeyPair;
import org.jiralanguageserver.protocol.Network;
import org.jiralanguageserver.protocol.ProbeParams;
import org.jiralanguageserver.protocol.ProbeResult;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.wire.Request;

/**
 * Adding a server, a step at a time: its address, the way in, the credentials. For OAuth an administrator of Jira makes
 * an application link first, by the values of {@link State#keyPair}; then the user approves in the browser.
 */
public final class AddServerModel extends Model<AddServerModel.State> {
  /** What is asked for. */
  public enum Step {
    /** The address of Jira. */
    ADDRESS,
    /** One of the ways in. */
    WAY_IN,
    /** A personal access token. */
    TOKEN,
    /** A name and a password. */
    PASSWORD,
    /** Nothing, but that an administrator makes the link; or a key that one handed out. */
    APPLICATION_LINK,
    /** That the user approves; see {@link AddServerModel#authorization}. */
    AUTHORIZE,
    /** Nothing more. */
    DONE
  }

  /**
   * @param step what is asked for
   * @param address the address, as it was typed; from the second step on as the agent understood it
   * @param probe what the server said of itself
   * @param keyPair what an administrator needs of the key, at the step of the application link
   * @param provider the server as it is configured, from the step of the authorization on
   * @param busy whether an answer is waited for
   * @param warnings what to know although it worked
   * @param problem why the last thing that was tried did not work
   */
  public record State(
      Step step, String address, @Nullable ProbeResult probe, @Nullable KeyPair keyPair, @Nullable Provider provider, boolean busy, List<String> warnings, @Nullable Problem problem) {
    public State {
      warnings = List.copyOf(warnings);
    }

    /** The ways in, the recommended one first. */
    public List<AuthenticationOption> waysIn() {
      return probe == null ? List.of() : probe.authentication();
    }

    State at(Step next) {
      return new State(next, address, probe, keyPair, provider, false, warnings, null);
    }

    State busyNow() {
      return new State(step, address, probe, keyPair, provider, true, warnings, null);
    }

    State failed(Problem why) {
      return new State(step, address, probe, keyPair, provider, false, warnings, why);
    }
  }

  private final ClientUi ui;
  private final @Nullable Provider changed;
  private @Nullable Network network;
  private @Nullable String name;
  private @Nullable AuthorizationModel authorization;
  private @Nullable Pending<?> waiting;

  /** @param changed the server that gets another way in; {@code null} to add one */
  AddServerModel(Agent agent, ClientUi ui, Executor thread, @Nullable Provider changed) {
    super(agent, thread, new State(Step.ADDRESS, changed == null ? "" : changed.baseUrl(), null, null, null, false, List.of(), null));
    this.ui = ui;
    this.changed = changed;
  }

  /** Asks the server who it is. Any address of Jira will do, also that of an issue. */
  public CompletableFuture<Void> probe(String address, @Nullable Network network) {
    this.network = network;
    become(new State(Step.ADDRESS, address.strip(), null, null, null, false, List.of(), null));
    ProbeParams params = ProbeParams.of(address.strip()).withNetwork(network);
    return ask(JiraRequests.PROBE, params, found -> become(new State(Step.WAY_IN, found.baseUrl(), found, null, null, false, found.warnings(), null)));
  }

  /** What people call the server; {@code null} for its own title. */
  public void rename(@Nullable String name) {
    this.name = name == null || name.isBlank() ? null : name.strip();
  }

  /** Chooses a way in. */
  public CompletableFuture<Void> choose(AuthenticationType way) {
    switch (way) {
      case TOKEN -> become(now().at(Step.TOKEN));
      case BASIC -> become(now().at(Step.PASSWORD));
      case OAUTH1 -> {
        become(now().at(Step.APPLICATION_LINK));
        return generateKeyPair(null);
      }
      default -> throw new IllegalArgumentException("There is no such way in.");
    }
    return CompletableFuture.completedFuture(null);
  }

  /** Adds the server with a personal access token; it is tried before. */
  public CompletableFuture<Void> signInWithToken(String token) {
    return configure(new Authentication.Token(token.strip()), Step.DONE);
  }

  /** Adds the server with a name and a password; they are tried before. */
  public CompletableFuture<Void> signInWithPassword(String userName, String password) {
    return configure(new Authentication.Basic(userName.strip(), password), Step.DONE);
  }

  /**
   * Makes the key of an application link, and with it all that an administrator types.
   *
   * @param bits how long it is; {@code null} for the usual
   */
  public CompletableFuture<Void> generateKeyPair(@Nullable Integer bits) {
    GenerateKeyPairParams params = GenerateKeyPairParams.of().withBits(bits).withBaseUrl(now().address());
    return ask(JiraRequests.GENERATE_KEY_PAIR, params, pair -> become(new State(Step.APPLICATION_LINK, now().address(), now().probe(), pair, null, false, pair.warnings(), null)));
  }

  /** The administrator has made the link with the values of {@link State#keyPair}. */
  public CompletableFuture<Void> linkIsMade() {
    KeyPair pair = now().keyPair();
    if (pair == null) return CompletableFuture.completedFuture(null);
    return configure(Authentication.OAuth1.of(pair.applicationLink().consumerKey()).withKeyPair(pair.id()), Step.AUTHORIZE);
  }

  /**
   * Uses a key that an administrator handed out, instead of one of our own.
   *
   * @param privateKey in PEM
   * @param passphrase where it is encrypted
   */
  public CompletableFuture<Void> useKey(String consumerKey, String privateKey, @Nullable String passphrase) {
    return configure(Authentication.OAuth1.of(consumerKey.strip()).withPrivateKey(privateKey).withPassphrase(passphrase), Step.AUTHORIZE);
  }

  /** What the user approves; there is one from the step of the authorization on. */
  public @Nullable AuthorizationModel authorization() {
    return authorization;
  }

  /** Goes back a step, and cancels what is waited for. */
  public void back() {
    cancel();
    closeAuthorization();
    become(switch (now().step()) {
      case ADDRESS, WAY_IN -> now().at(Step.ADDRESS);
      case AUTHORIZE -> now().at(now().keyPair() == null ? Step.WAY_IN : Step.APPLICATION_LINK);
      case DONE -> now();
      default -> now().at(Step.WAY_IN);
    });
  }

  /** Waits no more for what it is at. */
  public void cancel() {
    Pending<?> before = waiting;
    waiting = null;
    if (before != null) before.cancel();
    become(now().at(now().step()));
  }

  @Override
  public void close() {
    closeAuthorization();
    super.close();
  }

  private CompletableFuture<Void> configure(Authentication authentication, Step next) {
    Provider before = now().provider() == null ? changed : now().provider();
    ConfigureParams params = ConfigureParams.of(now().address(), authentication).withNetwork(network).withName(name).withProvider(before == null ? null : before.id());
    return ask(JiraRequests.CONFIGURE, params, result -> {
      Provider provider = result.provider();
      if (next == Step.AUTHORIZE) begin(provider);
      become(new State(next, provider.baseUrl(), now().probe(), now().keyPair(), provider, false, List.of(), null));
    });
  }

  private void begin(Provider provider) {
    closeAuthorization();
    AuthorizationModel model = new AuthorizationModel(agent, ui, thread, provider);
    authorization = model;
    model.state().observe(state -> {
      if (state.phase() == AuthorizationModel.Phase.DONE && now().step() == Step.AUTHORIZE) {
        become(new State(Step.DONE, state.provider().baseUrl(), now().probe(), now().keyPair(), state.provider(), false, List.of(), null));
      }
    });
  }

  private void closeAuthorization() {
    if (authorization != null) authorization.close();
    authorization = null;
  }

  /** One question at a time: whoever asks the next does not wait for the last. */
  private <P, R> CompletableFuture<Void> ask(Request<P, R> request, P params, Consumer<R> then) {
    cancel();
    become(now().busyNow());
    Pending<R> asked = send(request, params);
    waiting = asked;
    return asked.answer().handle((result, problem) -> {
      if (waiting != asked || isClosed()) return null;
      waiting = null;
      if (problem == null) then.accept(result);
      else become(now().failed(Problem.of(problem)));
      return null;
    });
  }
}
