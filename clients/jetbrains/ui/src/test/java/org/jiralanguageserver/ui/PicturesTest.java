package org.jiralanguageserver.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.JRadioButton;
import javax.swing.JScrollPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.LookAndFeel;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import javax.swing.UnsupportedLookAndFeelException;
import org.jetbrains.annotations.Nullable;
import org.jiralanguageserver.model.JiraModels;
import org.jiralanguageserver.protocol.Issue;
import org.jiralanguageserver.protocol.Provider;
import org.jiralanguageserver.testing.HonestJira;
import org.jiralanguageserver.testing.TestAgent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The panels as a person sees them, light and dark: the pictures are left in {@code target/pictures}. */
class PicturesTest {
  private static final Path FOLDER = Path.of("target", "pictures");

  private static HonestJira jira;
  private static TestAgent agent;
  private static Provider provider;

  static Stream<FlatLaf> looks() {
    return Stream.of(new FlatLightLaf(), new FlatDarkLaf());
  }

  @BeforeAll
  static void start() throws IOException {
    Files.createDirectories(FOLDER);
    jira = HonestJira.start();
    agent = TestAgent.start();
    provider = agent.connectByToken(jira, "alice");
  }

  @AfterAll
  static void stop() {
    agent.close();
    jira.close();
  }

  @ParameterizedTest
  @MethodSource("looks")
  void ofTheList(FlatLaf look) throws Exception {
    picture("list", look, 860, 420, models -> new IssueListPanel(models, new DesktopHost(), new Nobody()), screen -> {
      JTable table = screen.all(JTable.class).get(0);
      Screen.until("the issues", () -> table.getRowCount() > 1);
    });
  }

  @ParameterizedTest
  @MethodSource("looks")
  void ofAnIssue(FlatLaf look) throws Exception {
    picture("issue", look, 860, 640, models -> new IssuePagePanel(models, new DesktopHost(), new Nobody(), provider.id(), "ABC-1"),
        screen -> {
          Screen.until("the issue", () -> screen.all(CommentBox.class).size() == 1);
          Screen.act(() -> {}); // What was put off until after it is over.
          assertEquals(0, Screen.ask(() -> screen.all(JScrollPane.class).get(0).getVerticalScrollBar().getValue()), "It begins at its top.");
        });
  }

  @ParameterizedTest
  @MethodSource("looks")
  void ofTheApplicationLink(FlatLaf look) throws Exception {
    picture("application-link", look, 760, 780, models -> new AddServerPanel(models, new DesktopHost(), new Nobody(), null), screen -> {
      screen.write("Address", jira.baseUrl());
      screen.press("Next");
      Screen.until("the ways in", () -> !screen.all(JRadioButton.class).isEmpty());
      Screen.act(() -> screen.all(JRadioButton.class).stream().filter(each -> each.getText().startsWith("OAuth")).findFirst().orElseThrow().setSelected(true));
      screen.press("Next");
      Screen.until("the fields", () -> screen.all(JTextField.class).stream().anyMatch(each -> each.getText().startsWith("jira-")));
    });
  }

  /** Shows a panel, brings it where it is to be, and takes its picture, which must show something. */
  private static void picture(String name, FlatLaf look, int width, int height, Panel panel, Consumer<Screen> use) throws Exception {
    LookAndFeel before = UIManager.getLookAndFeel();
    Screen.act(() -> put(look));
    JiraModels models = Screen.ask(() -> new JiraModels(agent.agent(), agent.ui(), SwingUtilities::invokeLater));
    JComponent[] shown = new JComponent[1];
    Supplier<JComponent> made = () -> shown[0] = panel.of(models);
    try (Screen screen = Screen.show(width, height, made)) {
      use.accept(screen);
      BufferedImage picture = Screen.ask(() -> printed(shown[0]));
      assertTrue(colours(picture) > 10, name);
      ImageIO.write(picture, "png", FOLDER.resolve("jetbrains-" + name + (look.isDark() ? "-dark" : "") + ".png").toFile());
      Screen.act(() -> close(shown[0]));
    } finally {
      Screen.act(models::close);
      Screen.act(() -> put(before));
    }
  }

  private static void put(LookAndFeel look) {
    try {
      UIManager.setLookAndFeel(look);
    } catch (UnsupportedLookAndFeelException problem) {
      throw new IllegalStateException(problem);
    }
  }

  private static BufferedImage printed(JComponent panel) {
    BufferedImage picture = new BufferedImage(panel.getWidth(), panel.getHeight(), BufferedImage.TYPE_INT_RGB);
    panel.printAll(picture.getGraphics());
    return picture;
  }

  private static long colours(BufferedImage picture) {
    return Stream.of(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth())).flatMapToInt(Arrays::stream).distinct().count();
  }

  private static void close(JComponent panel) {
    if (!(panel instanceof AutoCloseable closeable)) return;
    try {
      closeable.close();
    } catch (Exception problem) {
      throw new IllegalStateException(problem);
    }
  }

  private interface Panel {
    JComponent of(JiraModels models);
  }

  /** Nobody does anything with what is pictured. */
  private static final class Nobody implements IssueListListener, IssueListener, AddServerPanel.Listener {
    @Override
    public void open(Issue issue) {}

    @Override
    public void create(@Nullable String server) {}

    @Override
    public void addServer() {}

    @Override
    public void signIn(Provider server) {}

    @Override
    public void open(String server, String key) {}

    @Override
    public void signIn(String server) {}

    @Override
    public void added(Provider server) {}

    @Override
    public void closed() {}
  }
}
