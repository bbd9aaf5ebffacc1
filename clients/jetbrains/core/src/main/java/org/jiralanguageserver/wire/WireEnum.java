package org.jiralanguageserver.wire;

/** An enumeration of the protocol: each constant has its value on the wire. */
public interface WireEnum {
  /** The value on the wire; empty for the constant {@code UNKNOWN}, which stands for all that this client does not know. */
  String value();
}
