package org.jiralanguageserver.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import javax.swing.JEditorPane;
import javax.swing.SwingUtilities;
import javax.swing.event.HyperlinkEvent;
import javax.swing.text.BadLocationException;
import javax.swing.text.ComponentView;
import javax.swing.text.View;
import javax.swing.text.html.HTML;
import javax.swing.text.html.HTMLDocument;
import javax.swing.text.html.HTMLEditorKit;
import javax.swing.text.html.ImageView;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What anybody may have written into Jira, in the pane itself: nothing is fetched, and no link runs anything. */
class HostileMarkdownTest {
  /** Nobody listens there; what would fetch it is seen by its view. */
  private static final String IMAGE = "http://127.0.0.1:1/pixel.png";

  private final Browser browser = new Browser();

  @ParameterizedTest
  @ValueSource(strings = {
    "![pixel](" + IMAGE + ")",
    "[![pixel](" + IMAGE + ")](https://jira.example.com/)",
    "<img src='" + IMAGE + "'>",
    "before <img src='" + IMAGE + "'> after",
    "<object classid='javax.swing.JButton'></object>",
    "<form action='" + IMAGE + "'><input type=image src='" + IMAGE + "'></form>",
    "<iframe src='" + IMAGE + "'></iframe>",
  })
  void noImageIsLoaded(String hostile) {
    try (Screen screen = Screen.show(400, 200, () -> new Stack(0, new MarkdownPane(browser)))) {
      MarkdownPane pane = screen.all(MarkdownPane.class).get(0);
      Screen.act(() -> pane.show(hostile));
      assertEquals(List.of(), loud(pane));
    }
  }

  @Test
  void notEvenOneThatCameThroughAsHtml() {
    String html = "<html><body><p>before <img src='" + IMAGE + "'> after</p><form><input type=submit><textarea>x</textarea></form></body></html>";
    JEditorPane usual = Screen.ask(JEditorPane::new);
    Screen.act(() -> {
      usual.setSize(400, 200);
      usual.setEditorKit(new HTMLEditorKit());
      usual.setText(html);
    });
    assertFalse(loud(usual).isEmpty(), "A pane of Swing would load it.");
    try (Screen screen = Screen.show(400, 200, () -> new Stack(0, new MarkdownPane(browser)))) {
      MarkdownPane pane = screen.all(MarkdownPane.class).get(0);
      Screen.act(() -> pane.setText(html));
      assertEquals(List.of(), loud(pane));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"javascript:alert(1)", "JavaScript:alert(1)", "command:workbench.action.terminal.new", "file:///etc/passwd", "jar:https://evil.example.com/x.jar!/", "data:text/html;base64,PHNjcmlwdD4="})
  void aLinkThatWouldRunSomethingDoesNothing(String address) {
    try (Screen screen = Screen.show(400, 200, () -> new Stack(0, new MarkdownPane(browser)))) {
      MarkdownPane pane = screen.all(MarkdownPane.class).get(0);
      Screen.act(() -> pane.show("[press here](" + address + ") and <a href='" + address + "'>here</a> and ![here](" + address + ")"));
      assertEquals(List.of(), links(pane));
      assertTrue(Screen.ask(() -> plain(pane)).contains("press here"));
      Screen.act(() -> pane.fireHyperlinkUpdate(new HyperlinkEvent(pane, HyperlinkEvent.EventType.ACTIVATED, null, address)));
      assertEquals(List.of(), browser.pages);
    }
  }

  @Test
  void aLinkToAPageOpensIt() {
    try (Screen screen = Screen.show(400, 200, () -> new Stack(0, new MarkdownPane(browser)))) {
      MarkdownPane pane = screen.all(MarkdownPane.class).get(0);
      Screen.act(() -> pane.show("[press here](https://jira.example.com/browse/ABC-1)"));
      assertEquals(List.of("https://jira.example.com/browse/ABC-1"), links(pane));
      Screen.act(() -> pane.fireHyperlinkUpdate(new HyperlinkEvent(pane, HyperlinkEvent.EventType.ACTIVATED, null, links(pane).get(0))));
      assertEquals(List.of(URI.create("https://jira.example.com/browse/ABC-1")), browser.pages);
    }
  }

  /** The views that load or hold something, after the pane was painted. */
  private static List<String> loud(JEditorPane pane) {
    return Screen.ask(() -> {
      BufferedImage picture = new BufferedImage(pane.getWidth(), pane.getHeight(), BufferedImage.TYPE_INT_RGB);
      pane.printAll(picture.getGraphics());
      List<String> found = new ArrayList<>();
      collect(pane.getUI().getRootView(pane), found);
      return found;
    });
  }

  private static void collect(View view, List<String> found) {
    if (view instanceof ImageView || view instanceof ComponentView || view.getClass().getName().contains("Frame")) found.add(view.getClass().getName());
    for (int each = 0; each < view.getViewCount(); each++) collect(view.getView(each), found);
  }

  private static List<String> links(JEditorPane pane) {
    return Screen.ask(() -> {
      List<String> found = new ArrayList<>();
      HTMLDocument.Iterator anchors = ((HTMLDocument) pane.getDocument()).getIterator(HTML.Tag.A);
      for (; anchors.isValid(); anchors.next()) {
        Object address = anchors.getAttributes().getAttribute(HTML.Attribute.HREF);
        if (address != null) found.add(address.toString());
      }
      return found;
    });
  }

  private static String plain(JEditorPane pane) {
    try {
      return pane.getDocument().getText(0, pane.getDocument().getLength());
    } catch (BadLocationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Notes which pages are opened. */
  private static final class Browser implements Host {
    final List<URI> pages = new ArrayList<>();

    @Override
    public void browse(URI address) {
      pages.add(address);
    }

    @Override
    public void openFile(URI file) {}

    @Override
    public void copy(String text) {}

    @Override
    public Executor swing() {
      return SwingUtilities::invokeLater;
    }
  }
}
