package svoi.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import svoi.reference.Article;
import svoi.reference.Reference;
import svoi.web.Messages;

/// The choices by which a search is narrowed, without counts: those of the list would be wrong.
///
/// @param narrowed whether any is chosen
public record SearchFilters(
    List<ListView.Option> regions,
    List<ListView.Option> articles,
    boolean video,
    boolean departed,
    boolean narrowed) {
  public SearchFilters {
    regions = List.copyOf(regions);
    articles = List.copyOf(articles);
  }

  static SearchFilters of(ListQuery query, Reference reference, Messages t) {
    boolean narrowed =
        query.region().isPresent()
            || query.article().isPresent()
            || query.video()
            || query.departed();
    return new SearchFilters(
        regions(query, reference, t),
        articles(query, reference, t),
        query.video(),
        query.departed(),
        narrowed);
  }

  private static List<ListView.Option> regions(ListQuery query, Reference reference, Messages t) {
    return reference.regions().stream()
        .map(
            region ->
                new ListView.Option(
                    region.slug(),
                    region.in(t.language()).name(),
                    0,
                    query.region().equals(Optional.of(region))))
        .toList();
  }

  private static List<ListView.Option> articles(ListQuery query, Reference reference, Messages t) {
    Map<String, ListView.Option> options = new LinkedHashMap<>();
    for (Article article : reference.articles()) {
      String number = article.number();
      String title = Lists.cut(article.title(t.language()));
      String text = t.get("site.list.article", "article", number, "title", title);
      boolean chosen = query.article().equals(Optional.of(number));
      options.put(number, new ListView.Option(number, text, 0, chosen));
    }
    return List.copyOf(options.values());
  }
}
