package org.jiralanguageserver.ide;

import com.intellij.openapi.project.Project;
import com.intellij.openapi.ui.DialogWrapper;
import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.ListSelectionModel;
import javax.swing.UIManager;
import org.jetbrains.annotations.Nullable;

/** A question with several answers. Both may be text of Jira, and are shown as plain text. */
final class ChoiceDialog extends DialogWrapper {
  private final String question;
  private final JList<String> list;

  ChoiceDialog(@Nullable Project project, String question, List<String> answers) {
    super(project);
    this.question = question;
    list = new JList<>(answers.toArray(String[]::new));
    list.setCellRenderer(new PlainRenderer());
    list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    list.setSelectedIndex(0);
    list.getAccessibleContext().setAccessibleName(question);
    list.addMouseListener(new MouseAdapter() {
      @Override
      public void mouseClicked(MouseEvent event) {
        if (event.getClickCount() == 2) close(OK_EXIT_CODE);
      }
    });
    setTitle(JiraBundle.text("notification.title"));
    init();
  }

  /** Asks. @return the answer; {@code null} where the user dismissed the question */
  @Nullable String ask() {
    return showAndGet() ? list.getSelectedValue() : null;
  }

  @Override
  protected JComponent createCenterPanel() {
    JTextArea words = new JTextArea(question);
    words.setEditable(false);
    words.setFocusable(false);
    words.setLineWrap(true);
    words.setWrapStyleWord(true);
    words.setOpaque(false);
    words.setFont(UIManager.getFont("Label.font"));
    JPanel panel = new JPanel(new BorderLayout(0, 8));
    panel.add(words, BorderLayout.PAGE_START);
    panel.add(new JScrollPane(list), BorderLayout.CENTER);
    panel.setPreferredSize(new Dimension(420, 260));
    return panel;
  }

  @Override
  public JComponent getPreferredFocusedComponent() {
    return list;
  }

  private static final class PlainRenderer extends DefaultListCellRenderer {
    @Override
    public Component getListCellRendererComponent(JList<?> list, Object value, int index, boolean selected, boolean focused) {
      JLabel label = (JLabel) super.getListCellRendererComponent(list, "", index, selected, focused);
      label.putClientProperty("html.disable", Boolean.TRUE);
      label.setText((String) value);
      return label;
    }
  }
}
