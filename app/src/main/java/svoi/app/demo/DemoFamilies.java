package svoi.app.demo;

import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import svoi.exchange.AwaitedId;
import svoi.exchange.RoundId;
import svoi.exchange.needs.AwaitedFile;
import svoi.exchange.needs.AwaitedFiles;
import svoi.exchange.needs.Families;
import svoi.exchange.needs.FamilyContact;
import svoi.platform.DatabaseClock;

/// Invented relatives of those who stand in rounds, and the talks with them.
final class DemoFamilies {
  private static final String STANDING =
      """
      SELECT s.participant_id FROM exchange.slot s
      WHERE s.round_id = :round AND s.side = 'awaited' AND s.state IN ('planned', 'named', 'confirmed')
      ORDER BY s.participant_id LIMIT :most
      """;
  private static final String TO_TELL =
      """
      SELECT f.awaited_id, f.about FROM exchange.v_family_to_tell f
      WHERE f.round_id = :round ORDER BY f.awaited_id LIMIT :most
      """;

  private final DemoOffice office;
  private final AwaitedFiles files;
  private final Families families;
  private int number;

  DemoFamilies(DemoOffice office) {
    this.office = office;
    this.files =
        new AwaitedFiles(office.desk(), office.audit(), office.keys(), new DatabaseClock());
    this.families = new Families(office.desk(), office.audit(), office.keys());
  }

  /// Enters how to reach relatives of some who stand in the round.
  void enter(RoundId round, int most) {
    office
        .ids(STANDING, Map.of("round", round.value(), "most", most))
        .forEach(person -> enter(file(person)));
  }

  private AwaitedFile file(UUID person) {
    return files.find(new AwaitedId(person), DemoOffice.ROUNDS).orElseThrow();
  }

  private UUID enter(AwaitedFile file) {
    UUID id = UUID.randomUUID();
    FamilyContact contact =
        new FamilyContact(
            "Вигадана Родичка",
            "сестра",
            "+380 00 000 %02d %02d".formatted(number / 100, number++ % 100),
            "вигадане слово",
            FamilyContact.Means.CALL,
            "uk",
            LocalTime.of(10, 0),
            LocalTime.of(20, 0));
    Families.Outcome entered = families.add(file, id, contact, DemoOffice.ROUNDS);
    if (!(entered instanceof Families.Outcome.Saved)) {
      throw new IllegalStateException(entered.toString());
    }
    return id;
  }

  /// Relatives who wait to be told are called and reached; at most so many.
  void tell(RoundId round, int most) {
    record ToTell(UUID person, String about) {}
    List<ToTell> waiting =
        office
            .desk()
            .jdbc()
            .sql(TO_TELL)
            .params(Map.of("round", round.value(), "most", most))
            .query((row, n) -> new ToTell(row.getObject(1, UUID.class), row.getString(2)))
            .list();
    waiting.forEach(one -> tell(file(one.person()), one.about()));
  }

  private void tell(AwaitedFile file, String about) {
    UUID contact =
        families.contacts(file, DemoOffice.ROUNDS).stream()
            .findFirst()
            .map(Families.Stored::id)
            .orElseGet(() -> enter(file));
    DemoOffice.done(families.talk(file, contact, about, true, DemoOffice.ROUNDS));
  }
}
