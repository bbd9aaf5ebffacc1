// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

/** What is true of the whole protocol. */
public final class JiraProtocol {
  private JiraProtocol() {}

  /** The version that these types are of; a client works with no other. */
  public static final int VERSION = 1;
}
