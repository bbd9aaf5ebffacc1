package org.jiralanguageserver.ui;

import java.util.Arrays;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import javax.swing.JPasswordField;
import javax.swing.JRadioButton;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.model.AddServerModel;
import org.jiralanguageserver.protocol.KeyPair;

/** The application link of OAuth: one that an administrator creates now, with keys that are made here, or one that is there. */
final class LinkStep implements SetupStep {
  private final AddServerModel model;
  private final Host host;
  private final JRadioButton createNow = Texts.caption("link.create").on(new JRadioButton());
  private final JRadioButton thereAlready = Texts.caption("link.there").on(new JRadioButton());
  private final JTextField consumerKey = new JTextField(28);
  private final JTextArea privateKey = new JTextArea(5, 28);
  private final JPasswordField passphrase = new JPasswordField(28);
  private final Stack made = new Stack(8);
  private final Stack given;
  private final Stack content;
  private KeyPair shown;

  LinkStep(AddServerModel model, Host host) {
    this.model = model;
    this.host = host;
    TabKeys.moveOn(privateKey);
    Form form = new Form();
    form.row(Texts.caption("link.givenConsumerKey").labelFor(consumerKey), consumerKey);
    form.row(Texts.caption("link.privateKey").labelFor(privateKey), new JScrollPane(privateKey));
    form.row(Texts.caption("link.passphrase").labelFor(passphrase), passphrase);
    given = new Stack(8, Prose.quiet(Texts.of("link.givenHelp")), form);
    ButtonGroup group = new ButtonGroup();
    for (JRadioButton each : new JRadioButton[] {createNow, thereAlready}) {
      each.setOpaque(false);
      each.addActionListener(event -> choose());
      group.add(each);
    }
    createNow.setSelected(true);
    content = new Stack(6, Prose.of(Texts.of("link.help")), createNow, thereAlready, made, given);
    given.setVisible(false);
  }

  @Override
  public String title() {
    return Texts.of("link.title");
  }

  @Override
  public JComponent content() {
    return content;
  }

  @Override
  public JComponent firstControl() {
    return createNow;
  }

  @Override
  public @Nullable Caption nextCaption() {
    return Texts.caption("link.next");
  }

  @Override
  public void show(AddServerModel.State state) {
    if (state.keyPair() == null || state.keyPair().equals(shown)) return;
    shown = state.keyPair();
    made.removeAll();
    for (String warning : shown.warnings()) made.add(Banner.of(Banner.Kind.WARNING, warning));
    made.add(new ApplicationLinkPanel(host, shown.applicationLink()));
    content.revalidate();
  }

  @Override
  public @Nullable Missing next() {
    if (thereAlready.isSelected()) return useGiven();
    if (shown == null) model.generateKeyPair(null);
    else model.linkIsMade();
    return null;
  }

  private void choose() {
    made.setVisible(createNow.isSelected());
    given.setVisible(thereAlready.isSelected());
    content.revalidate();
  }

  private @Nullable Missing useGiven() {
    char[] typed = passphrase.getPassword();
    String opens = new String(typed);
    Arrays.fill(typed, ' ');
    if (consumerKey.getText().isBlank()) return new Missing(Texts.of("link.consumerKeyMissing"), consumerKey);
    if (privateKey.getText().isBlank()) return new Missing(Texts.of("link.privateKeyMissing"), privateKey);
    model.useKey(consumerKey.getText().strip(), privateKey.getText(), opens.isEmpty() ? null : opens);
    return null;
  }
}
