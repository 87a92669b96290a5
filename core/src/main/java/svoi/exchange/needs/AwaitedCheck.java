package svoi.exchange.needs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import svoi.cases.Finding;
import svoi.cases.NameCheck;
import svoi.exchange.Category;

/// Reads an entry as the rules do, and explains before the database refuses.
final class AwaitedCheck {
  /// Nobody older is a captive of this war: an earlier birth date is a slip.
  private static final LocalDate EARLIEST_BIRTH = LocalDate.of(1915, 1, 1);

  /// The war began on 2014-02-20: nobody is held longer.
  private static final LocalDate EARLIEST_CAPTIVITY = LocalDate.of(2014, 2, 20);

  private static final int ADULT = 18;

  private AwaitedCheck() {}

  /// What must be corrected; fields are called as in the form.
  static List<Finding> findings(Awaited person, LocalDate today) {
    List<Finding> findings = new ArrayList<>(NameCheck.findings(person.sex(), person.name()));
    findings.addAll(NameCheck.latin(person.familyLatin(), "familyLatin"));
    findings.addAll(NameCheck.latin(person.givenLatin(), "givenLatin"));
    LocalDate born = person.bornOn();
    LocalDate held = person.heldSince();
    if (held.isAfter(today) || held.isBefore(EARLIEST_CAPTIVITY)) {
      findings.add(new Finding("awaited.held_impossible", "heldSince"));
    }
    if (born != null && (born.isAfter(today) || born.isBefore(EARLIEST_BIRTH))) {
      findings.add(new Finding("person.born_impossible", "born"));
    } else if (born != null && held.isBefore(born)) {
      findings.add(new Finding("awaited.held_before_birth", "heldSince"));
    }
    boolean minor = born != null && born.plusYears(ADULT).isAfter(today);
    if (minor && person.category() != Category.CHILD) {
      findings.add(new Finding("awaited.minor", "category"));
    }
    return findings;
  }

  static List<Finding> findings(Restricted restricted) {
    List<Finding> findings = new ArrayList<>();
    String service = restricted.service();
    String place = restricted.place();
    if (service != null && service.length() > Restricted.LONGEST) {
      findings.add(new Finding("awaited.text_too_long", "service"));
    }
    if (place != null && place.length() > Restricted.LONGEST) {
      findings.add(new Finding("awaited.text_too_long", "place"));
    }
    return findings;
  }
}
