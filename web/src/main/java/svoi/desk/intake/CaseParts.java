package svoi.desk.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import svoi.desk.Officer;
import svoi.intake.DeskKeys;
import svoi.intake.Inbox;
import svoi.intake.Unlocked;
import svoi.platform.Language;
import svoi.staff.Accounts;
import svoi.web.Messages;

/// Gathers what the page of a case shows besides its thread.
final class CaseParts {
  private final IntakeDesk desk;
  private final Snippets snippets;
  private final Accounts accounts;
  private final Clock clock;

  CaseParts(IntakeDesk desk, Snippets snippets, Accounts accounts, Clock clock) {
    this.desk = desk;
    this.snippets = snippets;
    this.accounts = accounts;
    this.clock = clock;
  }

  Snippets snippets() {
    return snippets;
  }

  LocalDate today() {
    return LocalDate.now(clock);
  }

  CaseView.Beside beside(Officer officer, Unlocked member, Inbox.Conversation read) {
    UUID id = read.about().id();
    List<String> others =
        desk.deskKeys().desks().stream()
            .filter(d -> d.isOpen() && !d.code().equals(read.desk()))
            .map(DeskKeys.Desk::code)
            .toList();
    return new CaseView.Beside(
        snippets.of(read.about().about(), officer.language()),
        snippets.reviewed(),
        others,
        desk.beside().vaults().of(member, id),
        desk.beside().stories().linked(member, id),
        desk.beside().referrals().of(member, id),
        addressees(read.about().about().language()),
        IntakeDesk.idOf(officer),
        names());
  }

  /// Services that the pages of advice name.
  static List<CaseView.Addressee> addressees(Language language) {
    Messages t = Messages.ofContact(language);
    Properties lines = new Properties();
    try (InputStream in =
        Objects.requireNonNull(
            CaseParts.class.getResourceAsStream("/contact/helplines.properties"))) {
      lines.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Arrays.stream(lines.getProperty("order", "").split(","))
        .map(code -> new CaseView.Addressee(code, t.get("contact.helpline." + code + ".name")))
        .toList();
  }

  private Map<UUID, String> names() {
    Map<UUID, String> names = new HashMap<>();
    accounts
        .all()
        .forEach(account -> names.put(account.member().id().value(), account.displayName()));
    return names;
  }
}
