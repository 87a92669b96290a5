package svoi.web;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import svoi.platform.Language;

/// One message, parsed once and used by all threads.
///
/// ICU's own `MessageFormat` is neither safe for threads nor quick enough for pages of many
/// sentences, so it only parses here, and its plural rules choose. Of the syntax, `{name}`,
/// `plural` with `#`, and `select` are known; anything else is refused at the start.
final class Sentence {
  private final List<Piece> pieces;
  private final PluralRules rules;

  private sealed interface Piece {}

  private record Text(String text) implements Piece {}

  private record Value(String name) implements Piece {}

  private record Count() implements Piece {}

  private record Choice(String name, boolean plural, Map<String, List<Piece>> branches)
      implements Piece {}

  private Sentence(List<Piece> pieces, PluralRules rules) {
    this.pieces = pieces;
    this.rules = rules;
  }

  /// @throws IllegalArgumentException if the syntax is wrong or unknown here
  static Sentence parse(String text, Language language) {
    List<Piece> pieces = new Parser(new MessagePattern(text)).message(0);
    return new Sentence(pieces, PluralRules.forLocale(ULocale.forLocale(language.locale())));
  }

  /// The text, when nothing in it depends on values.
  Optional<String> withoutArguments() {
    return pieces.stream().allMatch(Text.class::isInstance)
        ? Optional.of(with())
        : Optional.empty();
  }

  /// The branches of every plural in this message, for the check of completeness.
  List<Set<String>> plurals() {
    List<Set<String>> found = new ArrayList<>();
    collect(pieces, true, found);
    return found;
  }

  /// Names of all arguments.
  Set<String> arguments() {
    return pieces.stream().flatMap(Sentence::names).collect(Collectors.toUnmodifiableSet());
  }

  String with(Object... named) {
    StringBuilder out = new StringBuilder(120);
    write(pieces, named, null, out);
    return out.toString();
  }

  private void write(List<Piece> list, Object[] named, @Nullable Object count, StringBuilder out) {
    for (Piece piece : list) {
      switch (piece) {
        case Text(String text) -> out.append(text);
        case Value(String name) -> out.append(shown(value(name, named)));
        case Count() -> out.append(count == null ? "#" : shown(count));
        case Choice choice -> {
          Object value = value(choice.name(), named);
          Object inner = choice.plural() ? value : count;
          write(branch(choice, value), named, inner, out);
        }
      }
    }
  }

  private List<Piece> branch(Choice choice, Object value) {
    Map<String, List<Piece>> branches = choice.branches();
    List<Piece> chosen = branches.get(choice.plural() ? "=" + value : value.toString());
    if (chosen == null && choice.plural()) {
      chosen = branches.get(rules.select(((Number) value).doubleValue()));
    }
    return chosen == null ? branches.getOrDefault("other", List.of()) : chosen;
  }

  private static Object value(String name, Object[] named) {
    for (int i = 0; i + 1 < named.length; i += 2) {
      if (name.equals(named[i])) {
        return named[i + 1];
      }
    }
    throw new IllegalArgumentException("no value for " + name);
  }

  private static String shown(Object value) {
    return value instanceof Integer || value instanceof Long
        ? Formats.number(((Number) value).longValue())
        : value.toString();
  }

  private static void collect(List<Piece> list, boolean plural, List<Set<String>> found) {
    for (Piece piece : list) {
      if (piece instanceof Choice choice) {
        if (choice.plural() == plural) {
          found.add(choice.branches().keySet());
        }
        choice.branches().values().forEach(branch -> collect(branch, plural, found));
      }
    }
  }

  private static Stream<String> names(Piece piece) {
    return switch (piece) {
      case Text _, Count _ -> Stream.empty();
      case Value(String name) -> Stream.of(name);
      case Choice choice ->
          Stream.concat(
              Stream.of(choice.name()),
              choice.branches().values().stream().flatMap(List::stream).flatMap(Sentence::names));
    };
  }

  private record Parser(MessagePattern pattern) {
    List<Piece> message(int start) {
      List<Piece> pieces = new ArrayList<>();
      int end = pattern.getLimitPartIndex(start);
      int at = pattern.getPart(start).getLimit();
      for (int i = start + 1; i <= end; i++) {
        Part part = pattern.getPart(i);
        text(at, part.getIndex(), pieces);
        at = part.getLimit();
        if (part.getType() == Part.Type.REPLACE_NUMBER) {
          pieces.add(new Count());
        } else if (part.getType() == Part.Type.ARG_START) {
          pieces.add(argument(i));
          i = pattern.getLimitPartIndex(i);
          at = pattern.getPart(i).getLimit();
        }
      }
      return List.copyOf(pieces);
    }

    private void text(int from, int to, List<Piece> pieces) {
      if (to > from) {
        pieces.add(new Text(pattern.getPatternString().substring(from, to)));
      }
    }

    private Piece argument(int start) {
      ArgType type = pattern.getPart(start).getArgType();
      String name = pattern.getSubstring(pattern.getPart(start + 1));
      return switch (type) {
        case NONE -> new Value(name);
        case PLURAL -> new Choice(name, true, branches(start));
        case SELECT -> new Choice(name, false, branches(start));
        case SIMPLE, CHOICE, SELECTORDINAL ->
            throw new IllegalArgumentException(type + " is not used in messages");
      };
    }

    private Map<String, List<Piece>> branches(int start) {
      Map<String, List<Piece>> branches = new LinkedHashMap<>();
      String selector = "";
      int end = pattern.getLimitPartIndex(start);
      for (int i = start + 2; i < end; i++) {
        Part part = pattern.getPart(i);
        if (part.getType() == Part.Type.ARG_SELECTOR) {
          selector = pattern.getSubstring(part);
        } else if (part.getType() == Part.Type.MSG_START) {
          branches.put(selector, message(i));
          i = pattern.getLimitPartIndex(i);
        }
      }
      return branches;
    }
  }
}
