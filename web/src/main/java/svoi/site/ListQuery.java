package svoi.site;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import svoi.reference.Reference;
import svoi.reference.Region;
import svoi.register.ProfileId;
import svoi.search.Filter;
import svoi.search.Sort;

/// What a reader asks of a list, read from the address; anything unknown in it is refused.
record ListQuery(
    Optional<Region> region,
    Optional<String> article,
    boolean video,
    boolean departed,
    Sort sort,
    Optional<ProfileId> before,
    Optional<ProfileId> after) {
  /// Reads the query of the request; an empty value, as forms send it, is no wish.
  ///
  /// @throws ResponseStatusException 400 if a value is not one that our forms and links have
  static ListQuery read(HttpServletRequest request, Reference reference) {
    ListQuery query =
        new ListQuery(
            text(request, "region").map(slug -> known(reference.regionBySlug(slug))),
            text(request, "article").map(number -> article(number, reference)),
            flag(request, "video"),
            flag(request, "departed"),
            text(request, "sort").map(ListQuery::sort).orElse(Sort.NEWEST),
            text(request, "before").map(id -> known(ProfileId.parse(id))),
            text(request, "after").map(id -> known(ProfileId.parse(id))));
    if (query.before.isPresent() && query.after.isPresent()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    return query;
  }

  ListQuery in(Region fixed) {
    return new ListQuery(Optional.of(fixed), article, video, departed, sort, before, after);
  }

  Filter filter() {
    return new Filter(region.map(Region::iso), article, video, departed);
  }

  /// The address's query for this list in another order, from its beginning.
  String sorted(Sort other, boolean fixedRegion) {
    return query(other, null, null, fixedRegion);
  }

  /// The address's query for the page behind or before a profile.
  String turned(@Nullable ProfileId newBefore, @Nullable ProfileId newAfter, boolean fixedRegion) {
    return query(sort, newBefore, newAfter, fixedRegion);
  }

  /// This very list, for the other languages.
  String self(boolean fixedRegion) {
    return query(sort, before.orElse(null), after.orElse(null), fixedRegion);
  }

  private String query(
      Sort order, @Nullable ProfileId from, @Nullable ProfileId to, boolean fixedRegion) {
    StringBuilder out = new StringBuilder();
    if (!fixedRegion) {
      region.ifPresent(value -> add(out, "region", value.slug()));
    }
    article.ifPresent(value -> add(out, "article", value));
    if (video) {
      add(out, "video", "1");
    }
    if (departed) {
      add(out, "departed", "1");
    }
    if (order != Sort.NEWEST) {
      add(out, "sort", order.name().toLowerCase(Locale.ROOT));
    }
    if (from != null) {
      add(out, "before", from.toString());
    }
    if (to != null) {
      add(out, "after", to.toString());
    }
    return out.toString();
  }

  private static void add(StringBuilder out, String name, String value) {
    out.append(out.isEmpty() ? '?' : '&').append(name).append('=').append(value);
  }

  private static Optional<String> text(HttpServletRequest request, String name) {
    return Optional.ofNullable(request.getParameter(name)).filter(value -> !value.isEmpty());
  }

  private static boolean flag(HttpServletRequest request, String name) {
    return text(request, name)
        .map(value -> known(Optional.of(value).filter("1"::equals)))
        .isPresent();
  }

  private static String article(String number, Reference reference) {
    return known(
        reference.articles().stream()
            .map(article -> article.number())
            .filter(number::equals)
            .findFirst());
  }

  private static Sort sort(String name) {
    return switch (name) {
      case "newest" -> Sort.NEWEST;
      case "name" -> Sort.NAME;
      case "waiting" -> Sort.WAITING;
      default -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    };
  }

  private static <T> T known(Optional<T> value) {
    return value.orElseThrow(() -> new ResponseStatusException(HttpStatus.BAD_REQUEST));
  }
}
