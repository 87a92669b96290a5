package svoi.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.front.matter.YamlFrontMatterExtension;
import org.commonmark.ext.front.matter.YamlFrontMatterVisitor;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;

/// Turns the Markdown of a page of prose into HTML.
public final class ProseReader {
  private static final List<Extension> EXTENSIONS =
      List.of(YamlFrontMatterExtension.create(), TablesExtension.create());
  private static final int SECTION = 2;

  private final Parser parser = Parser.builder().extensions(EXTENSIONS).build();
  private final TextContentRenderer text = TextContentRenderer.builder().build();
  private final HtmlRenderer html =
      HtmlRenderer.builder()
          .extensions(EXTENSIONS)
          .escapeHtml(true)
          .attributeProviderFactory(_ -> new Anchors())
          .build();

  /// What stands before the text: lists of values, by name.
  public Map<String, List<String>> front(String markdown) {
    return front(parser.parse(markdown));
  }

  /// @throws IllegalArgumentException if the front matter lacks a field
  public ProsePage read(String name, String markdown) {
    Node document = parser.parse(markdown);
    Map<String, List<String>> fields = front(document);
    return new ProsePage(
        name,
        field(name, fields, "title"),
        field(name, fields, "description"),
        Integer.parseInt(field(name, fields, "version")),
        LocalDate.parse(field(name, fields, "updated")),
        scrolling(html.render(document), field(name, fields, "title")),
        headings(document));
  }

  private static Map<String, List<String>> front(Node document) {
    YamlFrontMatterVisitor front = new YamlFrontMatterVisitor();
    document.accept(front);
    return front.getData();
  }

  private static String field(String page, Map<String, List<String>> fields, String name) {
    List<String> values = fields.getOrDefault(name, List.of());
    if (values.isEmpty()) {
      throw new IllegalArgumentException(page + " has no " + name);
    }
    return values.getFirst();
  }

  private List<ProsePage.Heading> headings(Node document) {
    List<ProsePage.Heading> found = new ArrayList<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Heading heading) {
            if (heading.getLevel() == SECTION) {
              found.add(new ProsePage.Heading(anchor(found.size() + 1), text.render(heading)));
            }
          }
        });
    return found;
  }

  /// A table wider than a small screen scrolls by itself, by keyboard too; each has a label of its
  /// own.
  private static String scrolling(String html, String title) {
    String label = title.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
    String[] parts = html.split("<table>", -1);
    StringBuilder out = new StringBuilder(parts[0]);
    for (int i = 1; i < parts.length; i++) {
      out.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"");
      out.append(label).append(" (").append(i).append(")\"><table>");
      out.append(parts[i].replace("</table>", "</table></div>"));
    }
    return out.toString();
  }

  private static String anchor(int number) {
    return "s" + number;
  }

  /// Numbers the sections, so that one anchor leads to the same place in every language.
  private static final class Anchors implements AttributeProvider {
    private int sections;

    @Override
    public void setAttributes(Node node, String tag, Map<String, String> attributes) {
      if (node instanceof Heading heading && heading.getLevel() == SECTION) {
        sections++;
        attributes.put("id", anchor(sections));
      }
    }
  }
}
