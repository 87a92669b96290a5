package svoi.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import svoi.platform.Sha256;
import svoi.register.imports.Column;

/// Makes rows of the import template about invented persons. The same seed gives the same persons.
final class DemoRows {
  /// Regions where the articles on occupation make sense, and how often a case is drawn from each.
  private static final Map<String, Integer> NEAR_THE_FRONT =
      Map.of(
          "kherson",
          12,
          "donetsk",
          14,
          "zaporizhzhia",
          10,
          "kharkiv",
          11,
          "luhansk",
          8,
          "mykolaiv",
          5,
          "crimea",
          3,
          "sumy",
          3,
          "chernihiv",
          3,
          "kyiv-oblast",
          3);

  private static final List<String> ELSEWHERE =
      List.of(
          "vinnytsia",
          "volyn",
          "dnipropetrovsk",
          "dnipropetrovsk",
          "dnipropetrovsk",
          "zhytomyr",
          "zakarpattia",
          "ivano-frankivsk",
          "kirovohrad",
          "lviv",
          "lviv",
          "odesa",
          "odesa",
          "odesa",
          "poltava",
          "rivne",
          "ternopil",
          "khmelnytskyi",
          "cherkasy",
          "chernivtsi",
          "kyiv",
          "kyiv",
          "kyiv",
          "sevastopol",
          "kharkiv",
          "mykolaiv",
          "sumy");

  private static final Set<String> OCCUPATION =
      Set.of("111-1", "111-2", "258-3", "260", "438", "437", "110");

  private static final LocalDate FIRST_ACT = LocalDate.of(2022, 4, 25);

  private final Random random = new Random(20_240_725L);
  private final Invented invented = new Invented();
  private final List<String> frontRegions = new ArrayList<>();
  private final Set<String> names = new HashSet<>();
  private int number;

  DemoRows() {
    NEAR_THE_FRONT.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(
            e -> {
              for (int i = 0; i < e.getValue(); i++) {
                frontRegions.add(e.getKey());
              }
            });
  }

  /// One convicted person whose consents were given some days before `today`.
  Map<Column, String> row(LocalDate today) {
    number++;
    Map<Column, String> row = new LinkedHashMap<>();
    String sex = random.nextInt(10) < 3 ? "f" : "m";
    name(row, sex);
    Invented.Plot plot = invented.plots.get(random.nextInt(invented.plots.size()));
    theCase(row, plot, today);
    row.put(Column.SEX, sex);
    row.put(Column.PLOT_UK, Invented.text(plot.uk(), sex));
    row.put(Column.PLOT_RU, Invented.text(plot.ru(), sex));
    row.put(Column.PLOT_EN, Invented.text(plot.en(), sex));
    consents(row, today.minusDays(5 + random.nextInt(60)), "");
    media(row, sex);
    row.put(Column.AUTHOR_AGENCY, random.nextBoolean() ? "hur" : "sbu");
    row.put(Column.APPROVED_BY, "hur; sbu");
    row.put(Column.PUBLISH, "yes");
    return row;
  }

  /// Puts a signed and verified sheet into the row.
  void consents(Map<Column, String> row, LocalDate on, String salt) {
    List<String> scopes = new ArrayList<>(List.of("exchange", "text"));
    add(scopes, "photo", 60);
    add(scopes, "video", 45);
    add(scopes, "birth-year", 50);
    add(scopes, "case-number", 15);
    add(scopes, "search-engines", 35);
    add(scopes, "copies", 30);
    add(scopes, "press-contact", 20);
    add(scopes, "keep-after-departure", 10);
    row.putIfAbsent(Column.CONSENT_SCOPES, String.join("; ", scopes));
    row.put(Column.CONSENT_ON, on.toString());
    row.put(Column.CONSENT_UNTIL, on.plusDays(179).toString());
    row.put(Column.CONSENT_LANGUAGE, random.nextInt(3) == 0 ? "ru" : "uk");
    row.put(Column.CONSENT_COUNSEL, "ДЕМО-" + (1 + random.nextInt(40)));
    row.put(
        Column.CONSENT_PRESENT,
        random.nextInt(3) == 0 ? "counsel; interviewer" : "counsel; ombudsman; interviewer");
    row.put(Column.CONSENT_EVIDENCE, Sha256.hex(Sha256.of("invented sheet " + number + salt)));
    row.put(Column.VERIFIED_ON, on.plusDays(4).toString());
    row.put(Column.VERIFIED_BY, random.nextInt(4) == 0 ? "legal-aid" : "ombudsman");
  }

  private void add(List<String> scopes, String scope, int percent) {
    if (random.nextInt(100) < percent) {
      scopes.add(scope);
    }
  }

  private void name(Map<Column, String> row, String sex) {
    boolean man = sex.equals("m");
    String[] surname;
    String[] given;
    String[] father;
    do {
      surname = pick(invented.surnames);
      given = pick(invented.given.stream().filter(g -> g[0].equals(sex)).toList());
      father = pick(invented.fathers);
    } while (!names.add(surname[0] + given[1] + father[0]));
    row.put(Column.FAMILY_UK, surname[man ? 0 : 1]);
    row.put(Column.FAMILY_RU, surname[man ? 2 : 3]);
    row.put(Column.GIVEN_UK, given[1]);
    row.put(Column.GIVEN_RU, given[2]);
    row.put(Column.PATRONYMIC_UK, father[man ? 0 : 1]);
    row.put(Column.PATRONYMIC_RU, father[man ? 2 : 3]);
  }

  private void theCase(Map<Column, String> row, Invented.Plot plot, LocalDate today) {
    LocalDate act = FIRST_ACT.plusDays(random.nextInt(500));
    LocalDate detained = act.plusDays(20 + random.nextInt(120));
    LocalDate verdict = detained.plusDays(120 + random.nextInt(250));
    boolean appealed = random.nextInt(3) > 0;
    LocalDate inForce = verdict.plusDays(appealed ? 90 + random.nextInt(60) : 31);
    row.put(
        Column.CASE_NUMBER,
        "%d/%d/%d".formatted(100 + random.nextInt(800), number, verdict.getYear() % 100));
    row.put(Column.REGION, region(plot));
    row.put(Column.BORN_ON, today.minusYears(25).minusDays(random.nextInt(16_000)).toString());
    row.put(Column.CITIZEN, "yes");
    row.put(Column.CUSTODY_FROM, detained.toString());
    row.put(Column.CLOSED_SESSION, random.nextInt(8) == 0 ? "yes" : "no");
    row.put(Column.CHARGES, plot.charge() + " " + act + ".." + act.plusDays(random.nextInt(15)));
    row.put(Column.DETAINED_ON, detained.toString());
    row.put(Column.VERDICT_ON, verdict.toString());
    if (appealed) {
      row.put(Column.APPEAL_ON, inForce.toString());
    }
    row.put(Column.IN_FORCE_ON, inForce.toString());
    int years = plot.minYears() + random.nextInt(plot.maxYears() - plot.minYears() + 1);
    row.put(
        Column.SENTENCE,
        years + "y" + (years < plot.maxYears() && random.nextInt(4) == 0 ? "6m" : ""));
    row.put(Column.CONFISCATION, random.nextInt(2) == 0 ? "yes" : "no");
  }

  private String region(Invented.Plot plot) {
    boolean front = OCCUPATION.contains(plot.article()) || random.nextInt(10) < 3;
    List<String> regions = front ? frontRegions : ELSEWHERE;
    return regions.get(random.nextInt(regions.size()));
  }

  private void media(Map<Column, String> row, String sex) {
    String scopes = row.getOrDefault(Column.CONSENT_SCOPES, "");
    if (scopes.contains("photo")) {
      int portrait = 1 + random.nextInt(6) + (sex.equals("f") ? 6 : 0);
      row.put(Column.PHOTO, "portrait-%02d".formatted(portrait));
    }
    if (scopes.contains("video")) {
      int film = 1 + random.nextInt(3);
      row.put(Column.VIDEO, "interview-" + film);
      row.put(Column.VIDEO_SECONDS, List.of("16", "18", "15").get(film - 1));
    }
  }

  private String[] pick(List<String[]> list) {
    return list.get(random.nextInt(list.size()));
  }
}
