package svoi.cases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A valid entry of an invented person; a test changes only what it is about.
final class Entered {
  private static final AtomicInteger NUMBER = new AtomicInteger(1000);

  String family = "Макетенко";
  String given = "Приклад";
  LocalDate bornOn = LocalDate.of(1980, 5, 2);
  boolean citizen = true;
  String article = "111";
  LocalDate articleFrom = LocalDate.of(2001, 9, 1);
  boolean hasParts = true;
  @Nullable Integer part = 2;
  LocalDate committedFrom = LocalDate.of(2022, 5, 1);
  LocalDate committedTo = LocalDate.of(2022, 6, 1);
  @Nullable String reason;
  String caseNumber = "100/" + NUMBER.incrementAndGet() + "/23";
  @Nullable String registerId = "109876543";
  @Nullable String pretrialNumber = "22022000000000123";
  LocalDate renderedOn = LocalDate.of(2023, 3, 2);
  @Nullable LocalDate inForceFrom = LocalDate.of(2023, 6, 19);
  boolean inAbsentia;
  @Nullable UUID proceeding;

  Person person() {
    return new Person(
        "m",
        family,
        given,
        "Іванович",
        family.replace('і', 'и'),
        given.replace('і', 'и'),
        "Иванович",
        bornOn,
        citizen,
        LocalDate.of(2022, 7, 1),
        null,
        false,
        false,
        null,
        null);
  }

  List<ProceedingEntry> proceedings() {
    List<CaseFile.Count> counts = new ArrayList<>();
    counts.add(
        new CaseFile.Count(
            article, articleFrom, hasParts, part, committedFrom, committedTo, reason));
    return List.of(
        new ProceedingEntry(
            proceeding,
            registerId,
            pretrialNumber,
            null,
            new CaseFile(
                "UA-63",
                caseNumber,
                false,
                counts,
                new CaseFile.Verdict(true, inAbsentia, renderedOn, inForceFrom, 15, 0, false, true),
                List.of())));
  }
}
