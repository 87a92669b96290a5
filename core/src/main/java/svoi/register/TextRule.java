package svoi.register;

import java.util.List;
import java.util.regex.Pattern;

/// One kind of words that the detector marks.
///
/// @param code rule and kind, for example `r18-phone`
record TextRule(String code, Pattern pattern) {
  /// Words of a plot in three languages stand in one list: a text may quote another language.
  static final List<TextRule> ALL =
      List.of(
          rule("r18-phone", "(?<![\\d-/])(\\+?\\d[\\s().-]?){9,14}\\d(?![\\d-])"),
          rule("r18-email", "[\\w.+-]+@[\\w-]+\\.[\\w.]+"),
          rule("r18-link", "https?://\\S+|(?<!\\w)(www\\.|t\\.me/)\\S+|(?<![\\w.])@[a-z]\\w{3,}"),
          rule("r18-tax-number", "(?<!\\d)\\d{10}(?!\\d)"),
          rule("r18-register-number", "(?<!\\d)\\d{8}-\\d{5}(?!\\d)"),
          rule("r18-document", "(?<!\\d)(\\d{17}|(\\d{4}[ -]?){3}\\d{4})(?!\\d)|\\bUA\\d{27}\\b"),
          rule("r18-passport", "(?<!\\p{L})\\p{Lu}{2}\\s?№?\\s?\\d{6}(?!\\d)", 0),
          rule("r18-passport", "(?<!\\p{L})(паспорт|passport)\\P{L}{0,5}\\d{6,9}(?!\\d)"),
          rule("r18-case-number", "(?<!\\d)\\d{3}/\\d{1,6}/\\d{2}(-\\p{L}{1,2})?(?![\\d/])"),
          rule(
              "r18-address",
              "(?<!\\p{L})(вул\\.|вулиц\\p{L}|просп\\.|проспект\\p{L}*|провул\\p{L}+|буд\\."
                  + "|кв\\.\\s*\\d|ул\\.|улиц\\p{L}|переул\\p{L}+|пр-т|street\\b|avenue\\b)"),
          words(
              "r18-relative",
              "син|сина|сину|сином|дочк\\p{L}+|донь?к\\p{L}+|дружин\\p{L}{1,3}",
              "чоловік(ом|а|у)?\\s+засуджен\\p{L}+|мат(и|ері|ір’ю)|батьк\\p{L}{1,4}",
              "брат(а|у|ом|и|ів)?|сестр\\p{L}{1,3}|бабус\\p{L}+|дідус\\p{L}+|вітчим\\p{L}*",
              "мачух\\p{L}+|теща|тещі|тещу|свекру\\p{L}+|онук\\p{L}*|племінни\\p{L}+",
              "сын(а|у|ом)?|дочь|дочери|жен(а|ы|е|ой|у)|муж(а|у|ем)?|мать|матери|матерью",
              "отец|отца|отцу|отцом|братья|бабушк\\p{L}+|дедушк\\p{L}+|отчим\\p{L}*",
              "мачех\\p{L}+|внук\\p{L}*|внучк\\p{L}+|племянни\\p{L}+|родич\\p{L}*",
              "родственни\\p{L}+|son|daughter|wife|husband|mother|father|brother|sister",
              "grand(mother|father|son|daughter)|nephew|niece|spouse|relatives?"),
          words(
              "r18-birth",
              "народи(вся|лася)|року народження|рік народження|родил(ся|ась)",
              "года рождения|год рождения|дата рождения|дата народження|born (on|in)",
              "date of birth"),
          words(
              "r18-health",
              "хвор(ий|а|іє|іла|ів|об\\p{L}+)|діагноз\\p{L}*|інвалід\\p{L}*|вагітн\\p{L}+",
              "туберкульоз\\p{L}*|гепатит\\p{L}*|онколог\\p{L}+|психіатр\\p{L}*|ВІЛ|лікарн\\p{L}+",
              "болен|больна|болезн\\p{L}+|диагноз\\p{L}*|инвалид\\p{L}*|беременн\\p{L}+",
              "туберкул[её]з\\p{L}*|психиатр\\p{L}*|ВИЧ|больниц\\p{L}+|госпитал\\p{L}*",
              "illness|disease|diagnos\\p{L}+|disab\\p{L}+|pregnan\\p{L}+|tuberculosis",
              "hepatitis|psychiatr\\p{L}*|hospital\\p{L}*|HIV|cancer"),
          words(
              "r18-detention",
              "колоні(я|ї|ю|єю|й|ям|ях|ями)|СІЗО|ізолятор\\p{L}*|в.язниц\\p{L}+|тюрм\\p{L}+",
              "колони(я|и|ю|ей|й|ям|ях|ями)|СИЗО|изолятор\\p{L}*|тюрьм\\p{L}+",
              "penal colon(y|ies)|remand (prison|cent(re|er))|detention (cent(re|er)|facility)",
              "prison (no|№|in)\\b|penitentiary|jail"),
          words(
              "r19-label",
              "зрадни\\p{L}+|колаборант\\p{L}*|запродан\\p{L}+|посіпак\\p{L}+",
              "обмінн\\p{L}+\\s+фонд\\p{L}*|справжн\\p{L}+\\s+українц\\p{L}+",
              "предател\\p{L}+|изменни[кцч]\\p{L}*|коллаборант\\p{L}*|пособник\\p{L}*",
              "обменн\\p{L}+\\s+фонд\\p{L}*|настоящ\\p{L}+\\s+украин\\p{L}+",
              "traitors?|collaborators?|turncoats?|exchange\\s+funds?|real\\s+ukrainians?"));

  private static TextRule rule(String code, String pattern) {
    return rule(code, pattern, Pattern.CASE_INSENSITIVE);
  }

  private static TextRule rule(String code, String pattern, int flags) {
    return new TextRule(code, Pattern.compile(pattern, flags | Pattern.UNICODE_CHARACTER_CLASS));
  }

  /// Whole words, whatever stands around them.
  private static TextRule words(String code, String... alternatives) {
    return rule(code, "(?<!\\p{L})(" + String.join("|", alternatives) + ")(?!\\p{L})");
  }
}
