// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import org.jiralanguageserver.wire.WireEnum;

/** What went wrong, for programs. */
public enum ErrorKind implements WireEnum {
  /** A parameter is missing or wrong; {@code path} says which. */
  INVALID_PARAMS("invalidParams"),
  /** There is no provider with this id, or none at all. */
  UNKNOWN_PROVIDER("unknownProvider"),
  /** Several providers are configured and the request does not say which. */
  AMBIGUOUS_PROVIDER("ambiguousProvider"),
  /** The provider has no access yet: authorize it, or configure it with credentials. */
  NOT_AUTHORIZED("notAuthorized"),
  /** The user refused access on the approval page. */
  AUTHORIZATION_DENIED("authorizationDenied"),
  /** The approval did not come in time, or the authorization is over. */
  AUTHORIZATION_EXPIRED("authorizationExpired"),
  /** Jira does not accept the credentials: wrong, revoked, or a key or consumer it does not know. */
  CREDENTIALS_REJECTED("credentialsRejected"),
  /** The credentials were good and their time is over. */
  CREDENTIALS_EXPIRED("credentialsExpired"),
  /** Jira wants a CAPTCHA solved on its login page before it accepts this account again. */
  CAPTCHA_REQUIRED("captchaRequired"),
  /** A login or single sign-on page answered where JSON was due. */
  LOGIN_PAGE("loginPage"),
  /** The user lacks the permission. */
  FORBIDDEN("forbidden"),
  /** Jira does not have it, or the user may not see it. */
  NOT_FOUND("notFound"),
  /** Somebody else changed it meanwhile. */
  CONFLICT("conflict"),
  /** Jira does not understand the query; {@code jira.errorMessages} holds its words, and {@code range} says where. */
  INVALID_JQL("invalidJql"),
  /** Jira refused the values; {@code jira.errors} says which fields. */
  VALIDATION("validation"),
  /** Jira asks to slow down; {@code retryAfter} says for how long. */
  RATE_LIMITED("rateLimited"),
  /** The server cannot be reached. */
  OFFLINE("offline"),
  /** The server did not answer in time. */
  TIMEOUT("timeout"),
  /** The TLS certificate of the server is not trusted. */
  CERTIFICATE("certificate"),
  /** The proxy refused or failed. */
  PROXY("proxy"),
  /** Something answered, and it is not Jira. */
  NOT_JIRA("notJira"),
  /** Jira failed, or answered what it should not. */
  SERVER("server"),
  /** This server or this agent cannot do it. */
  UNSUPPORTED("unsupported"),
  /** The agent cannot read or write its own files. */
  STORAGE("storage"),
  /** A value that this client does not know: agents of later versions may have some. */
  UNKNOWN("");

  private final String value;

  ErrorKind(String value) {
    this.value = value;
  }

  @Override
  public String value() {
    return value;
  }
}
