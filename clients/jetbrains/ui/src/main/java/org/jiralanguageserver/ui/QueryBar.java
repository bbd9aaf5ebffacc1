package org.jiralanguageserver.ui;

import java.awt.BorderLayout;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.jiralanguageserver.protocol.Provider;

/** The line above a list: which server, what is asked for, and the queries to choose from. */
final class QueryBar extends JPanel {
  private final JComboBox<Provider> server = Choices.of(List.of(), Provider::name);
  private final JLabel serverLabel = Texts.caption("list.server").labelFor(server);
  private final JTextField query = new JTextField(20);
  private final JPanel serverPlace = new JPanel(new WrapLayout(6));
  private final Consumer<Provider> chosen;
  private boolean filling;

  /**
   * @param asked is given what was typed when the user presses Enter; empty for the open issues of the user
   * @param chosen is given the server when the user chooses another one
   */
  QueryBar(Consumer<String> asked, Consumer<Provider> chosen, QueryMenu menu, JButton... buttons) {
    super(new BorderLayout(6, 6));
    this.chosen = chosen;
    setBorder(BorderFactory.createEmptyBorder(6, 8, 6, 8));
    serverPlace.setOpaque(false);
    serverPlace.add(serverLabel);
    serverPlace.add(server);
    JPanel middle = new JPanel(new BorderLayout(6, 0));
    middle.setOpaque(false);
    middle.add(Texts.caption("list.query").labelFor(query), BorderLayout.LINE_START);
    middle.add(query, BorderLayout.CENTER);
    JPanel side = new JPanel(new WrapLayout(6));
    side.setOpaque(false);
    side.add(menu);
    for (JButton each : buttons) side.add(each);
    add(serverPlace, BorderLayout.PAGE_START);
    add(middle, BorderLayout.CENTER);
    add(side, BorderLayout.LINE_END);
    query.setToolTipText(Texts.of("list.queryHelp"));
    query.getAccessibleContext().setAccessibleDescription(Texts.of("list.queryHelp"));
    query.putClientProperty("JTextField.placeholderText", Texts.of("list.queryPlaceholder"));
    query.addActionListener(event -> asked.accept(query.getText().strip()));
    server.addActionListener(event -> {
      if (!filling && server.getSelectedItem() != null) this.chosen.accept((Provider) server.getSelectedItem());
    });
    show(List.of(), null);
  }

  /** Shows the servers that there are; where there is one, there is nothing to choose. */
  void show(List<Provider> providers, String selected) {
    filling = true;
    server.removeAllItems();
    providers.forEach(server::addItem);
    providers.stream().filter(provider -> provider.id().equals(selected)).findFirst().ifPresent(server::setSelectedItem);
    filling = false;
    serverPlace.setVisible(providers.size() > 1);
  }

  /** Shows what is asked for. */
  void show(String text) {
    query.setText(text);
    query.setCaretPosition(0);
  }

  String text() {
    return query.getText().strip();
  }

  JTextField field() {
    return query;
  }
}
