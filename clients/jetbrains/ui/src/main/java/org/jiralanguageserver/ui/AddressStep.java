package org.jiralanguageserver.ui;

import java.awt.FlowLayout;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.model.AddServerModel;
import org.jiralanguageserver.protocol.Network;

/** Where Jira is; and how it is reached, where it takes more than the address. */
final class AddressStep implements SetupStep {
  private final AddServerModel model;
  private final JTextField address = new JTextField(32);
  private final JTextField authorities = new JTextField(24);
  private final JTextField proxy = new JTextField(24);
  private final Stack content = new Stack(10);

  AddressStep(AddServerModel model) {
    this.model = model;
    address.setText(model.state().get().address());
    Form where = new Form();
    where.row(Texts.caption("setup.address").labelFor(address), address);
    Form network = new Form();
    network.row(Texts.caption("setup.authorities").labelFor(authorities), authorities);
    network.row(Texts.caption("setup.proxy").labelFor(proxy), proxy);
    authorities.getAccessibleContext().setAccessibleDescription(Texts.of("setup.authoritiesHelp"));
    proxy.getAccessibleContext().setAccessibleDescription(Texts.of("setup.proxyHelp"));
    Stack more = new Stack(6, network, Prose.quiet(Texts.of("setup.networkHelp")));
    more.setVisible(false);
    JCheckBox unfold = Texts.caption("setup.network").on(new JCheckBox());
    unfold.setOpaque(false);
    unfold.addActionListener(event -> {
      more.setVisible(unfold.isSelected());
      content.revalidate();
    });
    JPanel row = new JPanel(new FlowLayout(FlowLayout.LEADING, 0, 0));
    row.setOpaque(false);
    row.add(unfold);
    content.add(Prose.of(Texts.of("setup.addressHelp")));
    content.add(where);
    content.add(row);
    content.add(more);
  }

  @Override
  public String title() {
    return Texts.of("setup.addressTitle");
  }

  @Override
  public JComponent content() {
    return content;
  }

  @Override
  public JComponent firstControl() {
    return address;
  }

  @Override
  public @Nullable Caption nextCaption() {
    return Texts.caption("next");
  }

  @Override
  public @Nullable Missing next() {
    String given = address.getText().strip();
    if (given.isEmpty()) return new Missing(Texts.of("setup.addressMissing"), address);
    model.probe(given, network());
    return null;
  }

  private @Nullable Network network() {
    String ca = authorities.getText().strip();
    String by = proxy.getText().strip();
    return ca.isEmpty() && by.isEmpty() ? null : Network.of().withCa(ca.isEmpty() ? null : ca).withProxy(by.isEmpty() ? null : by);
  }
}
