package org.jiralanguageserver.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import javax.swing.JRadioButton;
import org.jiralanguageserver.protocol.AuthenticationOption;
import org.jiralanguageserver.protocol.AuthenticationType;
import org.jiralanguageserver.protocol.Network;
import org.jiralanguageserver.protocol.ProbeResult;

/** Who the server is, what is odd about it, and which ways in it has: the recommended one first, each with its reason. */
final class WayStep implements SetupStep {
  private final Setup setup;
  private final ProbeResult probe;
  private final Network network;
  private final Map<JRadioButton, AuthenticationType> ways = new LinkedHashMap<>();
  private final Stack content = new Stack(6);

  /** @param network how the server is reached; {@code null} for the usual way */
  WayStep(Setup setup, ProbeResult probe, Network network) {
    this.setup = setup;
    this.probe = probe;
    this.network = network;
    content.add(Prose.of(Texts.of("setup.server", probe.server().title(), probe.server().version(), probe.baseUrl())));
    for (String warning : probe.warnings()) {
      Banner banner = new Banner();
      banner.say(Banner.Kind.WARNING, warning);
      content.add(banner);
    }
    ButtonGroup group = new ButtonGroup();
    for (AuthenticationOption option : probe.authentication()) {
      if (keyOf(option.type()) != null) offer(option, group);
    }
    firstUsable().setSelected(true);
  }

  @Override
  public String title() {
    return Texts.of("setup.wayTitle");
  }

  @Override
  public JComponent content() {
    return content;
  }

  @Override
  public JComponent firstControl() {
    return firstUsable();
  }

  @Override
  public Caption nextCaption() {
    return Texts.caption("next");
  }

  @Override
  public void next() {
    AuthenticationType chosen = ways.entrySet().stream().filter(way -> way.getKey().isSelected()).map(Map.Entry::getValue).findFirst().orElseThrow();
    Target target = new Target(probe.baseUrl(), network);
    switch (chosen) {
      case TOKEN -> setup.go(new TokenStep(setup, target, probe.personalAccessTokensUrl()));
      case BASIC -> setup.go(new PasswordStep(setup, target));
      case OAUTH1 -> setup.go(new LinkStep(setup, target));
      case UNKNOWN -> throw new IllegalStateException("a way that is not offered");
    }
  }

  private void offer(AuthenticationOption option, ButtonGroup group) {
    JRadioButton button = Texts.caption(keyOf(option.type())).on(new JRadioButton());
    if (option.recommended()) button.setText(Texts.of("setup.recommended", button.getText()));
    button.setOpaque(false);
    button.setEnabled(option.supported());
    button.getAccessibleContext().setAccessibleDescription(option.reason());
    group.add(button);
    ways.put(button, option.type());
    Prose reason = Prose.quiet(option.reason());
    reason.setFocusable(false);
    Stack indented = new Stack(0, reason);
    indented.setBorder(BorderFactory.createEmptyBorder(0, 26, 8, 0));
    content.add(button);
    content.add(indented);
  }

  private JRadioButton firstUsable() {
    return ways.keySet().stream().filter(JRadioButton::isEnabled).findFirst().orElseThrow();
  }

  private static String keyOf(AuthenticationType type) {
    return switch (type) {
      case TOKEN -> "setup.token";
      case OAUTH1 -> "setup.oauth";
      case BASIC -> "setup.password";
      case UNKNOWN -> null;
    };
  }
}
