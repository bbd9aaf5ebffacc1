package org.jiralanguageserver.ui;

import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JTextField;

/** Where a query gets a name, to be kept. */
final class SaveQueryBox extends Deed {
  private final JTextField name = new JTextField(24);
  private final Consumer<String> send;

  SaveQueryBox(Consumer<String> send) {
    super(Texts.caption("list.saveIt"));
    this.send = send;
    Form form = new Form();
    form.row(Texts.caption("list.saveName").labelFor(name), name);
    fill(form);
    also(Texts.caption("cancel"), () -> setVisible(false));
    setBorder(BorderFactory.createEmptyBorder(0, 8, 8, 8));
    setVisible(false);
  }

  void begin() {
    sent();
    name.setText("");
    setVisible(true);
    name.requestFocusInWindow();
  }

  /** It is kept. */
  @Override
  void done() {
    sent();
    setVisible(false);
  }

  @Override
  protected void send() {
    if (name.getText().isBlank()) name.requestFocusInWindow();
    else send.accept(name.getText().strip());
  }
}
