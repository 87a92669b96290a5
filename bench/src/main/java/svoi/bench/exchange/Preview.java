package svoi.bench.exchange;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import svoi.bench.Timings;
import svoi.exchange.needs.AwaitedNames;
import svoi.exchange.needs.NeedImports;
import svoi.exchange.needs.NeedReport;
import svoi.platform.DatabaseClock;
import svoi.register.imports.Unreadable;

/// The preview of a table of ten thousand awaited persons: half of them known, some of these with
/// another date, some with a slip of the pen in the name, the rest new.
final class Preview {
  private static final int ROWS = 10_000;
  private static final String HEADER =
      "family_uk,given_uk,patronymic_uk,sex,born_on,category,condition,held_since\n";
  private static final String KNOWN =
      """
      SELECT family_uk, given_uk, coalesce(patronymic_uk, ''), sex, born_on, category, condition, held_since
      FROM exchange.awaited WHERE track = 'negotiated' AND state IN ('reported', 'confirmed')
      ORDER BY md5(id::text) LIMIT ?
      """;

  private final Office office;
  private final NeedImports imports;
  private final Random random = new Random(54L);

  Preview(Office office, AwaitedNames names) {
    this.office = office;
    this.imports =
        new NeedImports(office.desk(), office.audit(), office.keys(), new DatabaseClock(), names);
  }

  private record Person(
      String family,
      String given,
      String patronymic,
      String sex,
      LocalDate born,
      String category,
      String condition,
      LocalDate held) {
    String line() {
      return String.join(
          ",", family, given, patronymic, sex, "" + born, category, condition, "" + held);
    }

    /// Somebody else of the same name.
    Person other(int days) {
      return new Person(
          family, given, patronymic, sex, born.minusDays(days), category, condition, held);
    }

    /// The same person with two letters of the family name in the wrong order.
    Person slipped() {
      String slip =
          family.length() < 5
              ? family
              : family.substring(0, 2) + family.charAt(3) + family.charAt(2) + family.substring(4);
      return new Person(slip, given, patronymic, sex, born, category, condition, held);
    }

    Person of(Person name) {
      return new Person(
          name.family, name.given, name.patronymic, name.sex, born, category, condition, held);
    }
  }

  void measure(Goals goals, Processor processor, int calls) throws Unreadable {
    UUID upload = imports.upload(table(), office.first());
    Timings timings = new Timings("preview of an import of 10,000 rows");
    String outcomes = "";
    long before = processor.milliseconds();
    for (int i = 0; i < calls; i++) {
      int[] told = {0};
      long start = System.nanoTime();
      NeedReport report =
          imports.preview(upload, office.first(), (done, all) -> told[0]++).orElseThrow();
      timings.add(System.nanoTime() - start);
      if (told[0] != ROWS) {
        throw new IllegalStateException("progress was told " + told[0] + " times");
      }
      outcomes = outcomes(report);
    }
    double used = (processor.milliseconds() - before) / (double) calls;
    goals.say(timings, 10_000, used);
    System.out.println("    " + outcomes);
  }

  private static String outcomes(NeedReport report) {
    List<String> counts = new ArrayList<>();
    for (NeedReport.Outcome outcome : NeedReport.Outcome.values()) {
      counts.add(String.format(Locale.ROOT, "%s %,d", outcome.code(), report.count(outcome)));
    }
    return String.join(", ", counts) + "; progress told after each row";
  }

  private byte[] table() {
    List<Person> known =
        office
            .desk()
            .jdbc()
            .sql(KNOWN)
            .param(ROWS)
            .query(
                (row, n) ->
                    new Person(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        row.getString(6),
                        row.getString(7),
                        row.getObject(8, LocalDate.class)))
            .list();
    StringBuilder table = new StringBuilder(HEADER);
    for (int i = 0; i < ROWS; i++) {
      table.append(drawn(known, i).line()).append('\n');
    }
    return table.toString().getBytes(StandardCharsets.UTF_8);
  }

  private Person drawn(List<Person> known, int i) {
    Person person = known.get(i);
    return switch (i % 20) {
      case 0, 1, 2, 3, 4, 5, 6, 7, 8 -> person;
      case 9 -> person.slipped();
      case 10 -> person.other(400 + random.nextInt(3_000));
      default -> person.of(known.get((i * 7 + 11) % ROWS)).other(random.nextInt(3_000));
    };
  }
}
