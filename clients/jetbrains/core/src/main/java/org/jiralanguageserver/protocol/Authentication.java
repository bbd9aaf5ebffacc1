// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import com.google.gson.annotations.JsonAdapter;
import java.util.Map;
import java.util.Objects;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.wire.TaggedUnionAdapter;

/** A way in, with its credentials. */
@JsonAdapter(Authentication.Adapter.class)
public sealed interface Authentication {
  /** Which of them it is. */
  String type();

  /**
   * With the type {@code token}.
   * @param token A personal access token.
   */
  public record Token(
      String token
  ) implements Authentication {
    @Override
    public String type() {
      return "token";
    }

    public Token {
      Objects.requireNonNull(token, "token");
    }

    /** Without the secrets. */
    @Override
    public String toString() {
      return "Token[" + "token=" + (token == null ? null : "…") + "]";
    }
  }

  /**
   * With the type {@code oauth1}.
   * @param consumerKey The consumer key of the application link.
   * @param keyPair A key pair made by {@code jira/generateKeyPair}.
   * @param privateKey Instead of {@code keyPair}: an RSA private key in PEM; PKCS#8, PKCS#1 or encrypted PKCS#8; lost line breaks are mended.
   * @param passphrase The passphrase of an encrypted {@code privateKey}.
   */
  public record OAuth1(
      String consumerKey,
      @Nullable String keyPair,
      @Nullable String privateKey,
      @Nullable String passphrase
  ) implements Authentication {
    @Override
    public String type() {
      return "oauth1";
    }

    public OAuth1 {
      Objects.requireNonNull(consumerKey, "consumerKey");
    }

    /** With what is required alone. */
    public static OAuth1 of(String consumerKey) {
      return new OAuth1(consumerKey, null, null, null);
    }

    /** A key pair made by {@code jira/generateKeyPair}. */
    public OAuth1 withKeyPair(@Nullable String keyPair) {
      return new OAuth1(consumerKey, keyPair, privateKey, passphrase);
    }

    /** Instead of {@code keyPair}: an RSA private key in PEM; PKCS#8, PKCS#1 or encrypted PKCS#8; lost line breaks are mended. */
    public OAuth1 withPrivateKey(@Nullable String privateKey) {
      return new OAuth1(consumerKey, keyPair, privateKey, passphrase);
    }

    /** The passphrase of an encrypted {@code privateKey}. */
    public OAuth1 withPassphrase(@Nullable String passphrase) {
      return new OAuth1(consumerKey, keyPair, privateKey, passphrase);
    }

    /** Without the secrets. */
    @Override
    public String toString() {
      return "OAuth1[" + "consumerKey=" + consumerKey + ", keyPair=" + keyPair + ", privateKey=" + (privateKey == null ? null : "…") + ", passphrase=" + (passphrase == null ? null : "…") + "]";
    }
  }

  /** With the type {@code basic}. */
  public record Basic(
      String username,
      String password
  ) implements Authentication {
    @Override
    public String type() {
      return "basic";
    }

    public Basic {
      Objects.requireNonNull(username, "username");
      Objects.requireNonNull(password, "password");
    }

    /** Without the secrets. */
    @Override
    public String toString() {
      return "Basic[" + "username=" + username + ", password=" + (password == null ? null : "…") + "]";
    }
  }

  /** Finds the record by its type. */
  final class Adapter extends TaggedUnionAdapter {
    public Adapter() {
      super("type", Map.of("token", Token.class, "oauth1", OAuth1.class, "basic", Basic.class));
    }
  }
}
