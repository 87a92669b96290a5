package svoi.site;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import svoi.platform.Language;
import svoi.register.Charge;
import svoi.register.Names;
import svoi.register.Profile;
import svoi.register.PublicAsset;
import svoi.register.Sentence;
import svoi.web.Formats;

/// The same as a profile's page, for programs. What has no consent is left out, never null.
///
/// @param region ISO 3166-2 code of the region of the act, as the verdict records it
/// @param mayBeCopied present and true only under the consent to copies with the name
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProfileJson(
    String id,
    Map<String, String> page,
    Spellings names,
    String region,
    List<Article> convictedUnder,
    Verdict verdict,
    Consent consentToExchange,
    @Nullable String leftOn,
    Map<String, String> plot,
    @Nullable List<String> photo,
    @Nullable List<String> video,
    @Nullable Integer birthYear,
    @Nullable String caseNumber,
    @Nullable Boolean mayBeCopied,
    String publishedOn,
    String updatedOn) {
  record Spellings(String uk, String ru, String latin) {}

  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Article(String article, @Nullable Integer part) {}

  record Verdict(String renderedOn, String inForceFrom, Sentence sentence) {}

  /// @param waitingSince day of the first consent of the unbroken chain
  /// @param present roles, never names
  record Consent(String givenOn, String confirmedOn, String waitingSince, List<String> present) {}

  static ProfileJson of(Profile profile, String publicUrl) {
    return new ProfileJson(
        profile.id().toString(),
        byLanguage(l -> publicUrl + "/" + l.code() + "/profiles/" + profile.id()),
        names(profile.names()),
        profile.region(),
        profile.charges().stream().map(ProfileJson::article).toList(),
        new Verdict(
            profile.renderedOn().toString(), profile.inForceFrom().toString(), profile.sentence()),
        new Consent(
            profile.exchange().givenOn().toString(),
            profile.exchange().confirmedOn().toString(),
            profile.exchange().since().toString(),
            profile.exchange().present()),
        profile.leftOn().map(LocalDate::toString).orElse(null),
        byLanguage(l -> profile.texts().getOrDefault(l, "")),
        profile.photo().map(asset -> files(asset, publicUrl)).orElse(null),
        profile.video().map(asset -> files(asset, publicUrl)).orElse(null),
        profile.birthYear().orElse(null),
        profile.caseNumber().orElse(null),
        profile.copies() ? true : null,
        Formats.dayOf(profile.publishedAt()).toString(),
        Formats.dayOf(profile.updatedAt()).toString());
  }

  private static Map<String, String> byLanguage(Function<Language, String> value) {
    return Stream.of(Language.values())
        .collect(Collectors.toMap(Language::code, value, (first, other) -> first, TreeMap::new));
  }

  private static Spellings names(Names names) {
    return new Spellings(names.full(Language.UK), names.full(Language.RU), names.full(Language.EN));
  }

  private static Article article(Charge charge) {
    return new Article(charge.article(), charge.part());
  }

  private static List<String> files(PublicAsset asset, String publicUrl) {
    return asset.renditions().stream()
        .map(file -> publicUrl + PictureView.href(asset, file))
        .toList();
  }
}
