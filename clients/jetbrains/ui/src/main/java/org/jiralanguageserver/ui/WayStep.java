package org.jiralanguageserver.ui;

import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.BorderFactory;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import javax.swing.JRadioButton;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.model.AddServerModel;
import org.jiralanguageserver.protocol.AuthenticationOption;
import org.jiralanguageserver.protocol.AuthenticationType;
import org.jiralanguageserver.protocol.ProbeResult;

/** Who the server is, what is odd about it, and which ways in it has: the recommended one first, each with its reason. */
final class WayStep implements SetupStep {
  private final AddServerModel model;
  private final Map<JRadioButton, AuthenticationType> ways = new LinkedHashMap<>();
  private final Stack content = new Stack(6);

  WayStep(AddServerModel model) {
    this.model = model;
    ProbeResult probe = model.state().get().probe();
    content.add(Prose.of(Texts.of("setup.server", probe.server().title(), probe.server().version(), probe.baseUrl())));
    for (String warning : probe.warnings()) content.add(Banner.of(Banner.Kind.WARNING, warning));
    ButtonGroup group = new ButtonGroup();
    for (AuthenticationOption option : model.state().get().waysIn()) {
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
  public @Nullable Caption nextCaption() {
    return Texts.caption("next");
  }

  @Override
  public @Nullable Missing next() {
    ways.entrySet().stream().filter(way -> way.getKey().isSelected()).findFirst().ifPresent(way -> model.choose(way.getValue()));
    return null;
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

  private static @Nullable String keyOf(AuthenticationType type) {
    return switch (type) {
      case TOKEN -> "setup.token";
      case OAUTH1 -> "setup.oauth";
      case BASIC -> "setup.password";
      default -> null;
    };
  }
}
