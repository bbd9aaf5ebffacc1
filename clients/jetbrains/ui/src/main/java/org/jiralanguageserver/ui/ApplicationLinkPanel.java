package org.jiralanguageserver.ui;

import java.awt.BorderLayout;
import java.awt.Font;
import java.awt.event.InputEvent;
import java.util.List;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;
import org.jiralanguageserver.protocol.ApplicationLink;

/** What the administrator needs: the steps, and every value of the application link form, each to be copied by one press. */
final class ApplicationLinkPanel extends Stack {
  private final Host host;
  private final JTextArea told = Prose.of("");

  /** @param link the values, and the steps in the words of the server's version */
  ApplicationLinkPanel(Host host, ApplicationLink link) {
    super(10);
    this.host = host;
    add(steps(link.steps()));
    if (link.url() != null && Links.web(link.url()).isPresent()) add(row(opener(link.url())));
    Form values = new Form();
    value(values, "link.applicationUrl", '1', line(link.applicationUrl()));
    value(values, "link.applicationName", '2', line(link.applicationName()));
    value(values, "link.consumerKey", '3', line(link.consumerKey()));
    value(values, "link.consumerName", '4', line(link.consumerName()));
    value(values, "link.publicKey", '5', key(link.publicKey()));
    add(values);
    told.getAccessibleContext().setAccessibleName(Texts.of("link.told"));
    add(told);
  }

  private JComponent steps(List<String> steps) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < steps.size(); i++) text.append(i == 0 ? "" : "\n").append(Texts.of("link.step", i + 1, steps.get(i)));
    JTextArea area = Prose.of(text.toString());
    area.getAccessibleContext().setAccessibleName(Texts.of("link.steps"));
    return area;
  }

  private JButton opener(String address) {
    JButton button = Texts.caption("link.open").on(new JButton());
    button.addActionListener(event -> Links.open(host, address));
    return button;
  }

  /** A value with its label, and a button beside it that copies it; a number is its mnemonic. */
  private void value(Form form, String key, char mnemonic, JTextComponent field) {
    String name = Texts.caption(key).text();
    JButton copy = new JButton(Texts.of("link.copy"));
    copy.setMnemonic(mnemonic);
    copy.setToolTipText(Texts.of("link.copyHelp", name, InputEvent.getModifiersExText(InputEvent.ALT_DOWN_MASK), mnemonic));
    copy.getAccessibleContext().setAccessibleName(Texts.of("link.copyName", name));
    copy.addActionListener(event -> {
      host.copy(field.getText());
      told.setText(Texts.of("link.copied", name));
    });
    JPanel both = new JPanel(new BorderLayout(6, 0));
    both.setOpaque(false);
    boolean high = field instanceof JTextArea;
    both.add(high ? new JScrollPane(field) : field, BorderLayout.CENTER);
    JPanel side = new JPanel(new BorderLayout());
    side.setOpaque(false);
    side.add(copy, BorderLayout.PAGE_START);
    both.add(side, BorderLayout.LINE_END);
    form.row(Texts.caption(key).labelFor(field), both);
  }

  private static JTextComponent line(String text) {
    JTextField field = new JTextField(text, 24);
    field.setEditable(false);
    field.setCaretPosition(0);
    return field;
  }

  private static JTextComponent key(String pem) {
    JTextArea area = new JTextArea(pem, 5, 24);
    area.setEditable(false);
    area.setFont(new Font(Font.MONOSPACED, Font.PLAIN, area.getFont().getSize()));
    area.setBorder(BorderFactory.createEmptyBorder(4, 6, 4, 6));
    area.setCaretPosition(0);
    TabKeys.moveOn(area);
    return area;
  }

  private static JPanel row(JComponent component) {
    JPanel row = new JPanel(new WrapLayout(6));
    row.setOpaque(false);
    row.add(component);
    return row;
  }
}
