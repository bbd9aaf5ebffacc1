// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.Objects;
import org.jetbrains.annotations.Nullable;

/**
 * What {@code jira/publishProvider} takes.
 * @param organization The organization; it may be left out where this user administers exactly one.
 * @param provider A provider of the administrator: its base URL, its way in, its consumer key and its key are published.
 * @param name For people; by default that of the provider, or the title of the server.
 * @param baseUrl The address of Jira, with its context path. A missing scheme is added, the host is lower-cased, and the address of an issue or a dashboard is cut down to the base.
 * @param authentication Instead of {@code provider}: the application link with its key, or the way in that people are to take with credentials of their own.
 * @param ca Certificate authorities, in PEM, that people are to trust for this server.
 */
public record PublishProviderParams(
    @Nullable String organization,
    @Nullable String provider,
    @Nullable String name,
    @Nullable String baseUrl,
    @Nullable Authentication authentication,
    @Nullable String ca
) {
  /** With what is required alone. */
  public static PublishProviderParams of() {
    return new PublishProviderParams(null, null, null, null, null, null);
  }

  /** The organization; it may be left out where this user administers exactly one. */
  public PublishProviderParams withOrganization(@Nullable String organization) {
    return new PublishProviderParams(organization, provider, name, baseUrl, authentication, ca);
  }

  /** A provider of the administrator: its base URL, its way in, its consumer key and its key are published. */
  public PublishProviderParams withProvider(@Nullable String provider) {
    return new PublishProviderParams(organization, provider, name, baseUrl, authentication, ca);
  }

  /** For people; by default that of the provider, or the title of the server. */
  public PublishProviderParams withName(@Nullable String name) {
    return new PublishProviderParams(organization, provider, name, baseUrl, authentication, ca);
  }

  /**
   * The address of Jira, with its context path.
   * A missing scheme is added, the host is lower-cased, and the address of an issue or a dashboard is cut down to the base.
   */
  public PublishProviderParams withBaseUrl(@Nullable String baseUrl) {
    return new PublishProviderParams(organization, provider, name, baseUrl, authentication, ca);
  }

  /** Instead of {@code provider}: the application link with its key, or the way in that people are to take with credentials of their own. */
  public PublishProviderParams withAuthentication(@Nullable Authentication authentication) {
    return new PublishProviderParams(organization, provider, name, baseUrl, authentication, ca);
  }

  /** Certificate authorities, in PEM, that people are to trust for this server. */
  public PublishProviderParams withCa(@Nullable String ca) {
    return new PublishProviderParams(organization, provider, name, baseUrl, authentication, ca);
  }

  /**
   * A member of {@link PublishProviderParams}.
   * @param consumerKey The consumer key of the application link.
   * @param keyPair A key pair made by {@code jira/generateKeyPair}.
   * @param privateKey Instead of {@code keyPair}: an RSA private key in PEM; PKCS#8, PKCS#1 or encrypted PKCS#8; lost line breaks are mended.
   * @param passphrase The passphrase of an encrypted {@code privateKey}.
   */
  public record Authentication(
      AuthenticationType type,
      @Nullable String consumerKey,
      @Nullable String keyPair,
      @Nullable String privateKey,
      @Nullable String passphrase
  ) {
    public Authentication {
      Objects.requireNonNull(type, "type");
    }

    /** With what is required alone. */
    public static Authentication of(AuthenticationType type) {
      return new Authentication(type, null, null, null, null);
    }

    /** The consumer key of the application link. */
    public Authentication withConsumerKey(@Nullable String consumerKey) {
      return new Authentication(type, consumerKey, keyPair, privateKey, passphrase);
    }

    /** A key pair made by {@code jira/generateKeyPair}. */
    public Authentication withKeyPair(@Nullable String keyPair) {
      return new Authentication(type, consumerKey, keyPair, privateKey, passphrase);
    }

    /** Instead of {@code keyPair}: an RSA private key in PEM; PKCS#8, PKCS#1 or encrypted PKCS#8; lost line breaks are mended. */
    public Authentication withPrivateKey(@Nullable String privateKey) {
      return new Authentication(type, consumerKey, keyPair, privateKey, passphrase);
    }

    /** The passphrase of an encrypted {@code privateKey}. */
    public Authentication withPassphrase(@Nullable String passphrase) {
      return new Authentication(type, consumerKey, keyPair, privateKey, passphrase);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
      return "Authentication[" + "type=" + type + ", consumerKey=" + consumerKey + ", keyPair=" + keyPair + ", privateKey=" + (privateKey == null ? null : "…") + ", passphrase=" + (passphrase == null ? null : "…") + "]";
    }
  }
}
