package org.jiralanguageserver.ui;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Which addresses may be opened: pages of the web, and nothing that would run something. */
final class Links {
  private static final Set<String> SCHEMES = Set.of("http", "https");

  private Links() {}

  /** The address, where it is one of http or https with a host, and hides no user name before it. */
  static Optional<URI> web(String address) {
    try {
      URI uri = new URI(address);
      boolean good = uri.getScheme() != null
          && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
          && uri.getHost() != null
          && uri.getRawUserInfo() == null;
      return good ? Optional.of(uri) : Optional.empty();
    } catch (URISyntaxException malformed) {
      return Optional.empty();
    }
  }

  /** Opens a page in the browser, if it may be opened. Gives whether it may. */
  static boolean open(Host host, String address) {
    Optional<URI> uri = web(address);
    uri.ifPresent(host::browse);
    return uri.isPresent();
  }
}
