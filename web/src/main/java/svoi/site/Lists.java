package svoi.site;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import svoi.reference.Article;
import svoi.reference.Reference;
import svoi.reference.Region;
import svoi.search.Listing;
import svoi.search.Sort;
import svoi.web.Messages;

/// Makes a listing into what a page shows of it.
final class Lists {
  /// Longer titles of articles are cut in the list of choices; the profile has them whole.
  private static final int TITLE = 70;

  private final Reference reference;

  Lists(Reference reference) {
    this.reference = reference;
  }

  /// @param path of the page with its language: where the form goes
  /// @param fixedRegion whether the region is that of the page
  ListView view(
      String path,
      ListQuery query,
      Listing listing,
      List<CardView> cards,
      boolean fixedRegion,
      Messages t) {
    return new ListView(
        path,
        shown(listing, t),
        fixedRegion ? List.of() : regions(query, listing, t),
        articles(query, listing, t),
        new ListView.Option("1", t.get("site.list.video"), listing.withVideo(), query.video()),
        new ListView.Option("1", t.get("site.list.departed"), listing.departed(), query.departed()),
        query.sort() == Sort.NEWEST ? "" : sortName(query.sort()),
        Stream.of(Sort.values()).map(sort -> order(path, query, sort, fixedRegion, t)).toList(),
        cards,
        listing.before().map(id -> path + query.turned(id, null, fixedRegion)),
        listing.after().map(id -> path + query.turned(null, id, fixedRegion)),
        everything(path, query, fixedRegion));
  }

  private static String shown(Listing listing, Messages t) {
    return listing.ids().isEmpty()
        ? t.get("site.list.none")
        : t.get(
            "site.list.shown",
            "from",
            listing.first(),
            "to",
            listing.first() + listing.ids().size() - 1,
            "n",
            listing.total());
  }

  private List<ListView.Option> regions(ListQuery query, Listing listing, Messages t) {
    List<ListView.Option> options = new ArrayList<>();
    for (Region region : reference.regions()) {
      boolean chosen = query.region().filter(region::equals).isPresent();
      int count = listing.byRegion().getOrDefault(region.iso(), 0);
      if (count > 0 || chosen) {
        options.add(
            new ListView.Option(region.slug(), region.in(t.language()).name(), count, chosen));
      }
    }
    return options;
  }

  private List<ListView.Option> articles(ListQuery query, Listing listing, Messages t) {
    Map<String, ListView.Option> options = new LinkedHashMap<>();
    for (Article article : reference.articles()) {
      String number = article.number();
      boolean chosen = query.article().filter(number::equals).isPresent();
      int count = listing.byArticle().getOrDefault(number, 0);
      if (count > 0 || chosen) {
        String title = cut(article.title(t.language()));
        String text = t.get("site.list.article", "article", number, "title", title);
        options.put(number, new ListView.Option(number, text, count, chosen));
      }
    }
    return List.copyOf(options.values());
  }

  /// Long titles, cut at a space.
  static String cut(String title) {
    if (title.length() <= TITLE) {
      return title;
    }
    int space = title.lastIndexOf(' ', TITLE);
    return title.substring(0, space < 0 ? TITLE : space) + " …";
  }

  private static ListView.Order order(
      String path, ListQuery query, Sort sort, boolean fixedRegion, Messages t) {
    return new ListView.Order(
        path + query.sorted(sort, fixedRegion),
        t.get("site.list.sort." + sortName(sort)),
        sort == query.sort());
  }

  private static String sortName(Sort sort) {
    return switch (sort) {
      case NEWEST -> "newest";
      case NAME -> "name";
      case WAITING -> "waiting";
    };
  }

  private static @Nullable String everything(String path, ListQuery query, boolean fixedRegion) {
    boolean narrows =
        query.article().isPresent()
            || query.video()
            || query.departed()
            || (!fixedRegion && query.region().isPresent());
    return narrows ? path : null;
  }
}
