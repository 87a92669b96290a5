package svoi.app;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import svoi.audit.AuditTrail;
import svoi.cases.PersonId;
import svoi.consent.Consents;
import svoi.consent.Scope;
import svoi.exchange.LostSlots;
import svoi.platform.Database;
import svoi.platform.Role;
import svoi.register.ProfileId;
import svoi.register.Register;

/// `./svoi withdraw PROFILE SCOPE… --by=ROLE`: until the desk opens, the way to take a consent
/// back.
final class WithdrawCommand {
  private static final Set<String> ENTITLED =
      Set.of("person", "counsel", "ombudsman", "monitor", "prison-liaison", "officer", "attorney");

  private WithdrawCommand() {}

  static int run(String[] words, String[] args) {
    String by =
        Arrays.stream(words)
            .filter(w -> w.startsWith("--by="))
            .map(w -> w.substring(5))
            .findFirst()
            .orElse("");
    Optional<ProfileId> profile = words.length < 3 ? Optional.empty() : ProfileId.parse(words[1]);
    Set<Optional<Scope>> scopes =
        Arrays.stream(words)
            .skip(2)
            .filter(w -> !w.startsWith("--"))
            .map(Scope::of)
            .collect(Collectors.toSet());
    if (profile.isEmpty()
        || !ENTITLED.contains(by)
        || scopes.isEmpty()
        || scopes.contains(Optional.<Scope>empty())) {
      return Command.usage(2);
    }
    Set<Scope> known = scopes.stream().flatMap(Optional::stream).collect(Collectors.toSet());
    try (Command.Workplace place = Command.open(args)) {
      return withdraw(place.get(Databases.class).of(Role.DESK), profile.get(), known, by);
    }
  }

  private static int withdraw(Database desk, ProfileId profile, Set<Scope> scopes, String by) {
    AuditTrail audit = new AuditTrail(desk.jdbc());
    Optional<UUID> person = new Register(desk, audit).personOf(profile);
    if (person.isEmpty()) {
      System.err.println("There is no profile " + profile + ".");
      return 1;
    }
    long start = System.nanoTime();
    Consents.Withdrawn done =
        new Consents(desk, audit, List.of(new LostSlots(desk.jdbc())))
            .withdraw(new PersonId(person.get()), scopes, by, "command");
    long millis = (System.nanoTime() - start) / 1_000_000;
    System.out.println("Consents ended: " + done.ended() + ".");
    System.out.println(
        done.goneEverywhere()
            ? "Every running process confirmed it within " + millis + " ms."
            : "Not every running process has confirmed yet; each turns its memory of persons off within 10 s.");
    return done.ended() > 0 ? 0 : 1;
  }
}
