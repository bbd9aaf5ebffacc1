package org.jiralanguageserver.ui;

import java.awt.Color;
import java.awt.Font;
import java.awt.event.KeyEvent;
import java.util.Set;
import javax.swing.JEditorPane;
import javax.swing.KeyStroke;
import javax.swing.UIManager;
import javax.swing.event.HyperlinkEvent;
import javax.swing.text.Document;
import javax.swing.text.Element;
import javax.swing.text.StyleConstants;
import javax.swing.text.View;
import javax.swing.text.ViewFactory;
import javax.swing.text.html.HTML;
import javax.swing.text.html.HTMLDocument;
import javax.swing.text.html.HTMLEditorKit;
import javax.swing.text.html.InlineView;
import javax.swing.text.html.StyleSheet;

/** Shows Markdown: text that can be read, selected and copied, whose links open in the browser. It fetches nothing. */
final class MarkdownPane extends JEditorPane {
  private String markdown = "";

  /** @param host opens the links */
  MarkdownPane(Host host) {
    setEditable(false);
    setOpaque(false);
    setBorder(null);
    setCaret(new StillCaret());
    addHyperlinkListener(event -> {
      if (event.getEventType() == HyperlinkEvent.EventType.ACTIVATED) Links.open(host, event.getDescription());
    });
    getInputMap().put(KeyStroke.getKeyStroke(KeyEvent.VK_ENTER, 0), "activate-link-action");
    // Tab moves on to the next control; within the text Swing's own keys go from link to link.
    setFocusTraversalKeysEnabled(true);
    render();
  }

  /** Shows a text. What is shown already stays untouched, and with it the caret and the selection. */
  void show(String text) {
    if (text.equals(markdown)) return;
    markdown = text;
    render();
  }

  /** The look, or the size of its fonts, has changed: the style is that of the text no more. */
  @Override
  public void updateUI() {
    super.updateUI();
    if (markdown != null) render();
  }

  private void render() {
    setEditorKit(new QuietKit(style()));
    setText("<html><body>" + Markdown.toHtml(markdown) + "</body></html>");
    setCaretPosition(0);
  }

  private static StyleSheet style() {
    Font font = UIManager.getFont("Label.font");
    int size = font.getSize();
    StyleSheet style = new StyleSheet();
    style.addRule("body { font-family: '" + font.getFamily() + "'; font-size: " + size + "px; margin: 0; color: " + hex(Palette.text()) + " }");
    style.addRule("p { margin-top: 0; margin-bottom: " + size / 2 + "px }");
    style.addRule("ul, ol { margin-top: 0; margin-bottom: " + size / 2 + "px; margin-left: " + 2 * size + "px }");
    style.addRule("h1, h2, h3, h4, h5, h6 { font-size: " + (size + 2) + "px; margin-top: " + size / 2 + "px; margin-bottom: " + size / 3 + "px }");
    style.addRule("a { color: " + hex(Palette.LINK.color()) + " }");
    style.addRule("code, pre { font-family: monospaced; font-size: " + size + "px; background-color: " + hex(Palette.NEW.tint()) + " }");
    style.addRule("pre { padding: " + size / 2 + "px; margin-top: 0; margin-bottom: " + size / 2 + "px }");
    style.addRule("blockquote { margin-top: 0; margin-bottom: " + size / 2 + "px; margin-left: " + size + "px; color: " + hex(Palette.quiet()) + " }");
    style.addRule("th, td { padding: " + size / 4 + "px; border-width: 1px; border-style: solid; border-color: " + hex(Palette.line()) + " }");
    return style;
  }

  private static String hex(Color color) {
    return String.format("#%06x", color.getRGB() & 0xFFFFFF);
  }

  /** HTML with none of the elements that fetch, run or ask something, whatever may have come through. */
  private static final class QuietKit extends HTMLEditorKit {
    private static final Set<HTML.Tag> LOUD = Set.of(
        HTML.Tag.IMG, HTML.Tag.OBJECT, HTML.Tag.APPLET, HTML.Tag.FRAME, HTML.Tag.FRAMESET,
        HTML.Tag.INPUT, HTML.Tag.SELECT, HTML.Tag.TEXTAREA, HTML.Tag.ISINDEX, HTML.Tag.LINK, HTML.Tag.SCRIPT);
    private final StyleSheet own;

    QuietKit(StyleSheet own) {
      this.own = own;
      own.addStyleSheet(super.getStyleSheet());
    }

    /** The sheet that all kits of the program share stays as it is. */
    @Override
    public StyleSheet getStyleSheet() {
      return own;
    }

    @Override
    public Document createDefaultDocument() {
      StyleSheet sheet = new StyleSheet();
      sheet.addStyleSheet(getStyleSheet());
      HTMLDocument document = new HTMLDocument(sheet);
      document.setParser(getParser());
      document.setPreservesUnknownTags(false);
      return document;
    }

    @Override
    public ViewFactory getViewFactory() {
      return new HTMLFactory() {
        @Override
        public View create(Element element) {
          Object tag = element.getAttributes().getAttribute(StyleConstants.NameAttribute);
          return tag instanceof HTML.Tag && LOUD.contains(tag) ? new InlineView(element) : super.create(element);
        }
      };
    }
  }
}
