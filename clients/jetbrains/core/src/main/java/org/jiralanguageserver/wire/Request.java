package org.jiralanguageserver.wire;

/**
 * A request to the agent.
 *
 * @param <P> what it takes
 * @param <R> what it gives; {@link Void} where that is nothing
 */
public class Request<P, R> {
  private final String method;
  private final Class<P> params;
  private final Class<R> result;

  /**
   * @param method its name on the wire
   * @param params what it takes
   * @param result what it gives
   */
  public Request(String method, Class<P> params, Class<R> result) {
    this.method = method;
    this.params = params;
    this.result = result;
  }

  /** Its name on the wire, for instance {@code jira/issues}. */
  public final String method() {
    return method;
  }

  /** What it takes. */
  public final Class<P> params() {
    return params;
  }

  /** What it gives. */
  public final Class<R> result() {
    return result;
  }

  @Override
  public final String toString() {
    return method;
  }
}
