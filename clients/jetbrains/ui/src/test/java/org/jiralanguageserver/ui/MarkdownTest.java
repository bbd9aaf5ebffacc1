package org.jiralanguageserver.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
  @Test
  void rendersWhatTheAgentWrites() {
    assertEquals("<p>It <strong>breaks</strong> in <code>main</code>, <del>always</del>.</p>\n", Markdown.toHtml("It **breaks** in `main`, ~~always~~."));
    assertTrue(Markdown.toHtml("| a | b |\n| --- | --- |\n| 1 | 2 |").contains("<td>1</td>"));
    assertEquals("<p><a href=\"https://jira.example.com/browse/ABC-1\">ABC-1</a></p>\n", Markdown.toHtml("[ABC-1](https://jira.example.com/browse/ABC-1)"));
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "<script>alert(1)</script>",
    "<img src=https://evil.example.com/pixel.png>",
    "a <iframe src='https://evil.example.com'></iframe> b",
    "<object classid=javax.swing.JLabel></object>",
    "<object classid=\"javax.swing.JFileChooser\">",
    "<form action=https://evil.example.com><input type=submit></form>",
    "<link rel=stylesheet href=https://evil.example.com/x.css>",
    "<style>body { background-image: url(https://evil.example.com/x.png) }</style>",
    "<base href=https://evil.example.com/>",
    "<meta http-equiv=refresh content='0;url=https://evil.example.com'>",
    "<!-- <img src=x> -->",
    "<a href=javascript:alert(1)>x</a>",
    "``` \" onload=x\n<img src=https://evil.example.com>\n```",
  })
  void showsHtmlAsText(String hostile) {
    String html = Markdown.toHtml(hostile).toLowerCase();
    for (String tag : new String[] {"script", "img", "iframe", "object", "form", "input", "link", "style", "base", "meta", "a", "!--"}) {
      assertFalse(html.contains("<" + tag), () -> tag + " in " + html);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](file:///etc/passwd)",
    "[x](jar:https://evil.example.com/x.jar!/)",
    "[x](command:workbench.action.terminal.new)",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](//evil.example.com/share)",
    "[x](/etc/passwd)",
    "[x](https:evil)",
    "[x](https://jira.example.com@evil.example.com/)",
    "<javascript:alert(1)>",
    "![x](javascript:alert(1))",
    "![x](file:///etc/passwd)",
  })
  void leadsNowhereButToTheWeb(String hostile) {
    assertFalse(Markdown.toHtml(hostile).contains("href"), Markdown.toHtml(hostile));
  }

  @Test
  void makesALinkOfAnImage() {
    String html = Markdown.toHtml("![the screen](https://jira.example.com/a.png)");
    assertEquals("<p><a href=\"https://jira.example.com/a.png\">Image: the screen</a></p>\n", html);
  }
}
