package org.jiralanguageserver.ui;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Makes HTML of the Markdown that the agent gives, which holds what anybody wrote into Jira. HTML in it is shown as
 * text; a link leads to http or https or nowhere; an image is a link to it, so that nothing is fetched.
 */
final class Markdown {
  private static final List<Extension> EXTENSIONS = List.of(TablesExtension.create(), StrikethroughExtension.create());
  private static final Parser PARSER = Parser.builder().extensions(EXTENSIONS).build();
  private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
      .extensions(EXTENSIONS)
      .escapeHtml(true)
      .attributeProviderFactory(context -> (node, tag, attributes) -> keepHarmless(tag, attributes))
      .nodeRendererFactory(ImageLink::new)
      .build();

  private Markdown() {}

  /** The HTML of a text, without {@code html} and {@code body}. */
  static String toHtml(String markdown) {
    return RENDERER.render(PARSER.parse(markdown));
  }

  /** Swing obeys attributes that HTML renderers write for other ends, so that just the target of a link stays. */
  private static void keepHarmless(String tag, Map<String, String> attributes) {
    boolean leadsSomewhere = tag.equals("a") && Links.web(attributes.getOrDefault("href", "")).isPresent();
    attributes.keySet().removeIf(name -> !(name.equals("href") && leadsSomewhere) && !name.equals("align") && !name.equals("start"));
  }

  private static final class ImageLink implements NodeRenderer {
    private final HtmlNodeRendererContext context;

    ImageLink(HtmlNodeRendererContext context) {
      this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Image.class);
    }

    @Override
    public void render(Node node) {
      Image image = (Image) node;
      HtmlWriter html = context.getWriter();
      boolean leadsSomewhere = Links.web(image.getDestination()).isPresent();
      if (leadsSomewhere) html.tag("a", Map.of("href", image.getDestination()));
      html.text(Texts.of("markdown.image"));
      for (Node child = image.getFirstChild(); child != null; child = child.getNext()) context.render(child);
      if (leadsSomewhere) html.tag("/a");
    }
  }
}
