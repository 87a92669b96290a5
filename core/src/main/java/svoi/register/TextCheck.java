package svoi.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Looks into a text for what must never be public (R18) and for labels (R19), before anybody
/// reviews it. A finding is a reason to look, shown with its place; nothing with findings goes on.
public final class TextCheck {
  private static final int WORDS = Pattern.UNICODE_CHARACTER_CLASS | Pattern.CASE_INSENSITIVE;

  private static final Map<String, Pattern> PATTERNS =
      Map.of(
          "r18-phone",
          Pattern.compile("(?<![\\d-])(\\+?\\d[\\s().-]?){9,14}\\d(?![\\d-])"),
          "r18-email",
          Pattern.compile("[\\w.+-]+@[\\w-]+\\.[\\w.]+", WORDS),
          "r18-tax-number",
          Pattern.compile("(?<!\\d)\\d{10}(?!\\d)"),
          "r18-register-number",
          Pattern.compile("(?<!\\d)\\d{8}-\\d{5}(?!\\d)"),
          "r18-passport",
          Pattern.compile("(?<!\\p{L})[А-ЯІЇЄҐ]{2}\\s?№?\\s?\\d{6}(?!\\d)"),
          "r18-address",
          Pattern.compile(
              "(?<!\\p{L})(вул\\.|вулиц\\p{L}|просп\\.|проспект\\p{L}*|буд\\.|кв\\.\\s*\\d|ул\\.|улиц\\p{L}"
                  + "|пр-т|street\\b|avenue\\b)",
              WORDS),
          "r18-relative",
          Pattern.compile(
              "(?<!\\p{L})(син|сина|сину|сином|дочк\\p{L}+|донь?к\\p{L}+|дружин\\p{L}{1,3}|чоловік(ом|а|у)?\\s+засуджен\\p{L}+"
                  + "|мат(и|ері|ір’ю|ері)|батьк\\p{L}{1,4}|брат(а|у|ом|и|ів)?|сестр\\p{L}{1,3}|бабус\\p{L}+|дідус\\p{L}+"
                  + "|сын(а|у|ом)?|дочь|дочери|жен(а|ы|е|ой|у)|муж(а|у|ем)?|мать|матери|матерью|отец|отца|отцу|отцом"
                  + "|брат(а|у|ом|ья)?|son|daughter|wife|husband|mother|father|brother|sister|relatives?|родич\\p{L}*"
                  + "|родственни\\p{L}+)(?!\\p{L})",
              WORDS),
          "r19-label",
          Pattern.compile(
              "(?<!\\p{L})(зрадни\\p{L}+|предател\\p{L}+|колаборант\\p{L}*|коллаборант\\p{L}*|traitors?|collaborators?"
                  + "|обмінн\\p{L}+ фонд\\p{L}*|обменн\\p{L}+ фонд\\p{L}*|exchange fund|запроданц\\p{L}+|посіпак\\p{L}+)",
              WORDS));

  private TextCheck() {}

  /// One place in a text.
  ///
  /// @param code rule and kind, for example `r18-phone`
  /// @param excerpt the words found, at most 40 characters: for the author only, never logged
  public record Finding(String code, String excerpt) {}

  /// All findings in `text`, by place.
  public static List<Finding> findings(String text) {
    record Placed(int at, Finding finding) {}
    List<Placed> found = new ArrayList<>();
    PATTERNS.forEach(
        (code, pattern) -> {
          Matcher matcher = pattern.matcher(text);
          while (matcher.find()) {
            String excerpt = matcher.group().strip().toLowerCase(Locale.ROOT);
            String cut = excerpt.length() > 40 ? excerpt.substring(0, 40) : excerpt;
            found.add(new Placed(matcher.start(), new Finding(code, cut)));
          }
        });
    found.sort(java.util.Comparator.comparingInt(Placed::at));
    return found.stream().map(Placed::finding).toList();
  }
}
