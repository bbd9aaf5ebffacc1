package org.jiralanguageserver.ui;

import java.awt.Component;
import java.awt.Container;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.swing.AbstractAction;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.KeyStroke;
import org.jiralanguageserver.model.Problem;

/**
 * Something that is filled in and sent: its fields, a button that sends it, and what went wrong above. While it is
 * under way nothing in it can be changed, and what was typed stays until it went well.
 */
class Deed extends Stack {
  private final Banner banner = new Banner();
  private final JButton send;
  private final JPanel buttons = new JPanel(new WrapLayout(6));
  /** What could be used before it was sent. */
  private final Map<Component, Boolean> usable = new LinkedHashMap<>();
  private boolean busy;

  /** @param caption the name of the button that sends it */
  Deed(Caption caption) {
    super(6);
    send = caption.on(new JButton());
    send.addActionListener(event -> {
      if (!busy) send();
    });
    buttons.setOpaque(false);
    buttons.add(send);
    getInputMap(WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, getToolkit().getMenuShortcutKeyMaskEx()), "send");
    getActionMap().put("send", new AbstractAction() {
      @Override
      public void actionPerformed(ActionEvent event) {
        send.doClick();
      }
    });
  }

  /** Sends what was filled in. */
  protected void send() {}

  /** Puts the fields in, and the buttons below them. */
  final void fill(Component... fields) {
    removeAll();
    add(banner);
    for (Component field : fields) add(field);
    add(buttons);
  }

  /** Adds a button beside the one that sends. */
  final JButton also(Caption caption, Runnable action) {
    JButton button = caption.on(new JButton());
    button.addActionListener(event -> action.run());
    buttons.add(button);
    return button;
  }

  /** It is under way. */
  final void sending() {
    banner.clear();
    busy = true;
    usable.clear();
    remember(this);
    usable.keySet().forEach(each -> each.setEnabled(false));
  }

  /** It went well: what was filled in is there no more. */
  void done() {
    sent();
  }

  /** It did not go well. */
  void refused(Problem problem) {
    failed(Problems.words(problem));
  }

  final boolean isBusy() {
    return busy;
  }

  /** It is under way no more. */
  final void sent() {
    banner.clear();
    free();
  }

  /** It did not go well. */
  final void failed(String problem) {
    free();
    banner.say(Banner.Kind.ERROR, problem);
  }

  /** Something that the user must know although it can go on. */
  final void warn(String text) {
    banner.say(Banner.Kind.WARNING, text);
  }

  final JButton sendButton() {
    return send;
  }

  private void free() {
    busy = false;
    usable.forEach(Component::setEnabled);
    usable.clear();
  }

  private void remember(Container within) {
    for (Component each : within.getComponents()) {
      if (each == banner) continue;
      if (each instanceof Container container) remember(container);
      if (each.isFocusable()) usable.put(each, each.isEnabled());
    }
  }
}
