// Generated from protocol/ by scripts/generate.ts; do not edit.

package org.jiralanguageserver.protocol;

import java.util.List;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.wire.WireEnum;

/**
 * The configuration of the agent; every member is optional.
 * @param storage The folder of the agent's files; by default the platform's data folder. {@code --storage} goes before it.
 * @param credentialStore Where secrets are kept: in the keyring of the system, in a file that its owner alone can read, or with the client, which then needs the capability {@code secrets}. By default it is {@code auto}: the keyring where there is one, which all editors of the user share; else the client where it has the capability; else the file. Secrets that are elsewhere are brought to the keyring, or to the place that was named, after the start.
 * @param organization The address of the organization's PostgreSQL database of providers, as in {@code postgres://mia@db.example.com/jira}; see docs/administrators.md. The password may come from PGPASSWORD or PGPASSFILE instead. It is read at the start alone.
 * @param organizationUser The name by which administrators of the organization see who signs with which key. By default they see an identifier that says nothing of the person.
 * @param ageIdentities Files with identities of age, as {@code age-keygen} writes them, that open the keys which a team shares. Each is an absolute path, or begins with {@code ~/}.
 * @param servers Addresses of Jira servers that the user is offered when signing in. None of them is asked for anything before the user chooses it.
 * @param authorizationTimeout For how many seconds an authorization waits for the user; 600 by default, as long as a request token of Jira lives.
 * @param requestTimeout For how many seconds one exchange with Jira may last, until it is given up with an error of the kind {@code timeout}; 60 by default.
 * @param hover What is said of the issue under the cursor.
 * @param completion Keys of issues that are proposed.
 * @param documentLinks Keys that are links to their pages.
 * @param inlayHints What is shown beside each key.
 * @param codeLenses What is shown above each line that names an issue.
 * @param diagnostics What is remarked of the keys in a document; each can be switched off.
 * @param cache How much is kept of what was seen of Jira, to be shown at once the next time, or without the network.
 */
public record InitializationOptions(
    @Nullable String storage,
    @Nullable CredentialStore credentialStore,
    @Nullable String organization,
    @Nullable String organizationUser,
    @Nullable List<String> ageIdentities,
    @Nullable List<String> servers,
    @Nullable Integer authorizationTimeout,
    @Nullable Integer requestTimeout,
    @Nullable HoverSettings hover,
    @Nullable CompletionSettings completion,
    @Nullable DocumentLinkSettings documentLinks,
    @Nullable InlayHintSettings inlayHints,
    @Nullable CodeLensSettings codeLenses,
    @Nullable DiagnosticSettings diagnostics,
    @Nullable Cache cache
) {
  public InitializationOptions {
    ageIdentities = ageIdentities == null ? null : List.copyOf(ageIdentities);
    servers = servers == null ? null : List.copyOf(servers);
  }

  /** With what is required alone. */
  public static InitializationOptions of() {
    return new InitializationOptions(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
  }

  /**
   * The folder of the agent's files; by default the platform's data folder.
   * {@code --storage} goes before it.
   */
  public InitializationOptions withStorage(@Nullable String storage) {
    return new InitializationOptions(storage, credentialStore, organization, organizationUser, ageIdentities, servers, authorizationTimeout, requestTimeout, hover, completion, documentLinks, inlayHints, codeLenses, diagnostics, cache);
  }

  /**
   * Where secrets are kept: in the keyring of the system, in a file that its owner alone can read, or with the client, which then needs the capability {@code secrets}.
   * By default it is {@code auto}: the keyring where there is one, which all editors of the user share; else the client where it has the capability; else the file.
   * Secrets that are elsewhere are brought to the keyring, or to the place that was named, after the start.
   */
  public InitializationOptions withCredentialStore(@Nullable CredentialStore credentialStore) {
    return new InitializationOptions(storage, credentialStore, organization, organizationUser, ageIdentities, servers, authorizationTimeout, requestTimeout, hover, completion, documentLinks, inlayHints, codeLenses, diagnostics, cache);
  }

  /**
   * The address of the organization's PostgreSQL database of providers, as in {@code postgres://mia@db.example.com/jira}; see docs/administrators.md.
   * The password may come from PGPASSWORD or PGPASSFILE instead.
   * It is read at the start alone.
   */
  public InitializationOptions withOrganization(@Nullable String organization) {
    return new InitializationOptions(storage, credentialStore, organization, organizationUser, ageIdentities, servers, authorizationTimeout, requestTimeout, hover, completion, documentLinks, inlayHints, codeLenses, diagnostics, cache);
  }

  /**
   * The name by which administrators of the organization see who signs with which key.
   * By default they see an identifier that says nothing of the person.
   */
  public InitializationOptions withOrganizationUser(@Nullable String organizationUser) {
    return new InitializationOptions(storage, credentialStore, organization, organizationUser, ageIdentities, servers, authorizationTimeout, requestTimeout, hover, completion, documentLinks, inlayHints, codeLenses, diagnostics, cache);
  }

  /**
   * Files with identities of age, as {@code age-keygen} writes them, that open the keys which a team shares.
   * Each is an absolute path, or begins with {@code ~/}.
   */
  public InitializationOptions withAgeIdentities(@Nullable List<String> ageIdentities) {
    return new InitializationOptions(storage, credentialStore, organization, organizationUser, ageIdentities, servers, authorizationTimeout, requestTimeout, hover, completion, documentLinks, inlayHints, codeLenses, diagnostics, cache);
  }

  /**
   * Addresses of Jira servers that the user is offered when signing in.
   * None of them is asked for anything before the user chooses it.
   */
  public InitializationOptions withServers(@Nullable List<String> servers) {
    return new InitializationOptions(storage, credentialStore, organization, organizationUser, ageIdentities, servers, authorizationTimeout, requestTimeout, hover, completion, documentLinks, inlayHints, codeLenses, diagnostics, cache);
  }

  /** For how many seconds an authorization waits for the user; 600 by default, as long as a request token of Jira lives. */
  public InitializationOptions withAuthorizationTimeout(@Nullable Integer authorizationTimeout) {
    return new InitializationOptions(storage, credentialStore, organization, organizationUser, ageIdentities, servers, authorizationTimeout, requestTimeout, hover, completion, documentLinks, inlayHints, codeLenses, diagnostics, cache);
  }

  /** For how many seconds one exchange with Jira may last, until it is given up with an error of the kind {@code timeout}; 60 by default. */
  public InitializationOptions withRequestTimeout(@Nullable Integer requestTimeout) {
    return new InitializationOptions(storage, credentialStore, organization, organizationUser, ageIdentities, servers, authorizationTimeout, requestTimeout, hover, completion, documentLinks, inlayHints, codeLenses, diagnostics, cache);
  }

  /** What is said of the issue under the cursor. */
  public InitializationOptions withHover(@Nullable HoverSettings hover) {
    return new InitializationOptions(storage, credentialStore, organization, organizationUser, ageIdentities, servers, authorizationTimeout, requestTimeout, hover, completion, documentLinks, inlayHints, codeLenses, diagnostics, cache);
  }

  /** Keys of issues that are proposed. */
  public InitializationOptions withCompletion(@Nullable CompletionSettings completion) {
    return new InitializationOptions(storage, credentialStore, organization, organizationUser, ageIdentities, servers, authorizationTimeout, requestTimeout, hover, completion, documentLinks, inlayHints, codeLenses, diagnostics, cache);
  }

  /** Keys that are links to their pages. */
  public InitializationOptions withDocumentLinks(@Nullable DocumentLinkSettings documentLinks) {
    return new InitializationOptions(storage, credentialStore, organization, organizationUser, ageIdentities, servers, authorizationTimeout, requestTimeout, hover, completion, documentLinks, inlayHints, codeLenses, diagnostics, cache);
  }

  /** What is shown beside each key. */
  public InitializationOptions withInlayHints(@Nullable InlayHintSettings inlayHints) {
    return new InitializationOptions(storage, credentialStore, organization, organizationUser, ageIdentities, servers, authorizationTimeout, requestTimeout, hover, completion, documentLinks, inlayHints, codeLenses, diagnostics, cache);
  }

  /** What is shown above each line that names an issue. */
  public InitializationOptions withCodeLenses(@Nullable CodeLensSettings codeLenses) {
    return new InitializationOptions(storage, credentialStore, organization, organizationUser, ageIdentities, servers, authorizationTimeout, requestTimeout, hover, completion, documentLinks, inlayHints, codeLenses, diagnostics, cache);
  }

  /** What is remarked of the keys in a document; each can be switched off. */
  public InitializationOptions withDiagnostics(@Nullable DiagnosticSettings diagnostics) {
    return new InitializationOptions(storage, credentialStore, organization, organizationUser, ageIdentities, servers, authorizationTimeout, requestTimeout, hover, completion, documentLinks, inlayHints, codeLenses, diagnostics, cache);
  }

  /** How much is kept of what was seen of Jira, to be shown at once the next time, or without the network. */
  public InitializationOptions withCache(@Nullable Cache cache) {
    return new InitializationOptions(storage, credentialStore, organization, organizationUser, ageIdentities, servers, authorizationTimeout, requestTimeout, hover, completion, documentLinks, inlayHints, codeLenses, diagnostics, cache);
  }

  /** Without the secrets. */
  @Override
  public String toString() {
    return "InitializationOptions[" + "storage=" + storage + ", credentialStore=" + credentialStore + ", organization=" + (organization == null ? null : "…") + ", organizationUser=" + organizationUser + ", ageIdentities=" + ageIdentities + ", servers=" + servers + ", authorizationTimeout=" + authorizationTimeout + ", requestTimeout=" + requestTimeout + ", hover=" + hover + ", completion=" + completion + ", documentLinks=" + documentLinks + ", inlayHints=" + inlayHints + ", codeLenses=" + codeLenses + ", diagnostics=" + diagnostics + ", cache=" + cache + "]";
  }

  public enum CredentialStore implements WireEnum {
    /** {@code auto}. */
    AUTO("auto"),
    /** {@code keyring}. */
    KEYRING("keyring"),
    /** {@code file}. */
    FILE("file"),
    /** {@code client}. */
    CLIENT("client");

    private final String value;

    CredentialStore(String value) {
      this.value = value;
    }

    @Override
    public String value() {
      return value;
    }
  }

  /**
   * A member of {@link InitializationOptions}.
   * @param maxSize Megabytes of the disk that it may take, for all servers together; 100 by default. 0 keeps nothing on disk.
   * @param maxAge For how many days something is kept that nobody looks at; 30 by default.
   */
  public record Cache(
      @Nullable Integer maxSize,
      @Nullable Integer maxAge
  ) {
    /** With what is required alone. */
    public static Cache of() {
      return new Cache(null, null);
    }

    /** Megabytes of the disk that it may take, for all servers together; 100 by default. 0 keeps nothing on disk. */
    public Cache withMaxSize(@Nullable Integer maxSize) {
      return new Cache(maxSize, maxAge);
    }

    /** For how many days something is kept that nobody looks at; 30 by default. */
    public Cache withMaxAge(@Nullable Integer maxAge) {
      return new Cache(maxSize, maxAge);
    }
  }
}
