package org.jiralanguageserver.wire;

/**
 * A request whose result may come in parts.
 *
 * @param <I> a part
 */
public final class StreamedRequest<P, R, I> extends Request<P, R> {
  private final Class<I> part;

  /**
   * @param method its name on the wire
   * @param params what it takes
   * @param result what it gives at the end
   * @param part what it gives before
   */
  public StreamedRequest(String method, Class<P> params, Class<R> result, Class<I> part) {
    super(method, params, result);
    this.part = part;
  }

  /** A part. */
  public Class<I> part() {
    return part;
  }
}
