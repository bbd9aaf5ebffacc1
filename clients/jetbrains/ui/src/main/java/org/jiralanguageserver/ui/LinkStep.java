package org.jiralanguageserver.ui;

import java.util.Arrays;
import javax.swing.ButtonGroup;
import javax.swing.JComponent;
import javax.swing.JPasswordField;
import javax.swing.JRadioButton;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import org.jiralanguageserver.protocol.Authentication;
import org.jiralanguageserver.protocol.GenerateKeyPairParams;
import org.jiralanguageserver.protocol.JiraRequests;
import org.jiralanguageserver.protocol.KeyPair;

/** The application link of OAuth: one that an administrator creates now, with keys that are made here, or one that is there. */
final class LinkStep implements SetupStep {
  private final Setup setup;
  private final Target target;
  private final JRadioButton createNow = Texts.caption("link.create").on(new JRadioButton());
  private final JRadioButton thereAlready = Texts.caption("link.there").on(new JRadioButton());
  private final JTextField consumerKey = new JTextField(28);
  private final JTextArea privateKey = new JTextArea(5, 28);
  private final JPasswordField passphrase = new JPasswordField(28);
  private final Stack made = new Stack(8);
  private final Stack given;
  private final Stack content;
  private KeyPair keyPair;
  private String provider;

  LinkStep(Setup setup, Target target) {
    this.setup = setup;
    this.target = target;
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
    makeKeys();
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
  public Caption nextCaption() {
    return Texts.caption("link.next");
  }

  @Override
  public void next() {
    if (thereAlready.isSelected()) useGiven();
    else if (keyPair == null) makeKeys();
    else configure(Authentication.OAuth1.of(keyPair.applicationLink().consumerKey()).withKeyPair(keyPair.id()));
  }

  private void choose() {
    made.setVisible(createNow.isSelected());
    given.setVisible(thereAlready.isSelected());
    if (createNow.isSelected() && keyPair == null) makeKeys();
    content.revalidate();
  }

  /** Once for the step: whoever goes back and forth keeps the keys that the administrator has by now. */
  private void makeKeys() {
    setup.ask(JiraRequests.GENERATE_KEY_PAIR, GenerateKeyPairParams.of().withBaseUrl(target.baseUrl()), Texts.of("link.making"), result -> {
      keyPair = result;
      made.removeAll();
      made.add(new ApplicationLinkPanel(setup.host(), result.applicationLink()));
      content.revalidate();
    });
  }

  private void useGiven() {
    char[] typed = passphrase.getPassword();
    String opens = new String(typed);
    Arrays.fill(typed, ' ');
    if (consumerKey.getText().isBlank()) setup.missing(Texts.of("link.consumerKeyMissing"), consumerKey);
    else if (privateKey.getText().isBlank()) setup.missing(Texts.of("link.privateKeyMissing"), privateKey);
    else configure(Authentication.OAuth1.of(consumerKey.getText().strip()).withPrivateKey(privateKey.getText()).withPassphrase(opens.isEmpty() ? null : opens));
  }

  private void configure(Authentication.OAuth1 way) {
    // Whoever comes back to this step changes the provider that is there by now.
    setup.ask(JiraRequests.CONFIGURE, target.with(way).withProvider(provider), Texts.of("setup.signingIn"), result -> {
      provider = result.provider().id();
      privateKey.setText("");
      passphrase.setText("");
      setup.go(new AuthorizationStep(setup, result.provider()));
    });
  }
}
