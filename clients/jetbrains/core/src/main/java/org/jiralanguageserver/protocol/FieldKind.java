// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jiralanguageserver.wire.WireEnum;

/**
 * What the value of a field is.
 * A value is given in its plain form: text, a number, a date ({@code yyyy-MM-dd}), a time (RFC 3339), the name of a user or a group, the key of an issue or a project, the id of a sprint, and for everything that has {@code allowedValues} the id of one of them; a {@code cascade} takes two ids, the outer one first; {@code timeTracking} takes {@code { "originalEstimate"?: seconds, "remainingEstimate"?: seconds }}.
 * A field that is {@code multiple} takes an array.
 * For {@code markup} text goes to Jira as it is, and {@code { "markdown": text }} is turned into wiki markup.
 * Objects of any other shape go to Jira as they are.
 */
public enum FieldKind implements WireEnum {
  /** {@code text}. */
  TEXT("text"),
  /** {@code markup}. */
  MARKUP("markup"),
  /** {@code number}. */
  NUMBER("number"),
  /** {@code date}. */
  DATE("date"),
  /** {@code dateTime}. */
  DATE_TIME("dateTime"),
  /** {@code url}. */
  URL("url"),
  /** {@code option}. */
  OPTION("option"),
  /** {@code cascade}. */
  CASCADE("cascade"),
  /** {@code user}. */
  USER("user"),
  /** {@code group}. */
  GROUP("group"),
  /** {@code version}. */
  VERSION("version"),
  /** {@code component}. */
  COMPONENT("component"),
  /** {@code project}. */
  PROJECT("project"),
  /** {@code priority}. */
  PRIORITY("priority"),
  /** {@code resolution}. */
  RESOLUTION("resolution"),
  /** {@code issueType}. */
  ISSUE_TYPE("issueType"),
  /** {@code securityLevel}. */
  SECURITY_LEVEL("securityLevel"),
  /** {@code label}. */
  LABEL("label"),
  /** {@code issue}. */
  ISSUE("issue"),
  /** {@code sprint}. */
  SPRINT("sprint"),
  /** {@code timeTracking}. */
  TIME_TRACKING("timeTracking"),
  /** {@code comment}. */
  COMMENT("comment"),
  /** {@code attachment}. */
  ATTACHMENT("attachment"),
  /** {@code issueLink}. */
  ISSUE_LINK("issueLink"),
  /** {@code other}. */
  OTHER("other"),
  /** A value that this client does not know: agents of later versions may have some. */
  UNKNOWN("");

  private final String value;

  FieldKind(String value) {
    this.value = value;
  }

  @Override
  public String value() {
    return value;
  }
}
