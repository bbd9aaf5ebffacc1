package org.jiralanguageserver.ui;

import org.jiralanguageserver.protocol.Authentication;
import org.jiralanguageserver.protocol.ConfigureParams;
import org.jiralanguageserver.protocol.Network;

/**
 * The server that is being added.
 *
 * @param baseUrl its address, as the agent found it
 * @param network how it is reached; {@code null} for the usual way
 */
record Target(String baseUrl, Network network) {
  ConfigureParams with(Authentication authentication) {
    return ConfigureParams.of(baseUrl, authentication).withNetwork(network);
  }
}
