package svoi.desk.consents;

import static svoi.desk.consents.ConsentsController.path;

import jakarta.servlet.http.HttpServletRequest;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import svoi.cases.PersonId;
import svoi.consent.Act;
import svoi.consent.Cards;
import svoi.consent.ConsentStates;
import svoi.consent.Consents;
import svoi.consent.SaidBy;
import svoi.consent.Scope;
import svoi.consent.Withdrawals;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.register.Access;
import svoi.register.ProfileId;
import svoi.register.Register;
import svoi.staff.Account;
import svoi.staff.Accounts;
import svoi.staff.Right;
import svoi.staff.StaffId;

/// Withdrawal in one step, and the page that shows what became of it.
@Controller
final class WithdrawalController {
  private static final Pattern PROFILE = Pattern.compile("([0-9a-f-]{36})/?$");

  private final DeskPages pages;
  private final Dossiers dossiers;
  private final ConsentStates states;
  private final Consents consents;
  private final Withdrawals withdrawals;
  private final Accounts accounts;
  private final Register register;

  WithdrawalController(
      DeskPages pages,
      Dossiers dossiers,
      ConsentStates states,
      Consents consents,
      Withdrawals withdrawals,
      Accounts accounts,
      Register register) {
    this.pages = pages;
    this.dossiers = dossiers;
    this.states = states;
    this.consents = consents;
    this.withdrawals = withdrawals;
    this.accounts = accounts;
    this.register = register;
  }

  @Needs(Right.WITHDRAW_CONSENTS)
  @GetMapping("/desk/persons/{id}/consents/withdraw")
  ResponseEntity<byte[]> ask(
      HttpServletRequest request,
      Officer officer,
      @PathVariable UUID id,
      @RequestParam(defaultValue = "") String scope) {
    Cards.Card card = dossiers.open(officer, id, Access.CARD, "desk.consents");
    List<Scope> live =
        states.of(card.person()).stream()
            .filter(Act::isLive)
            .map(Act::scope)
            .distinct()
            .sorted()
            .toList();
    if (live.isEmpty()) {
      return DeskPages.see(path(id), "consents.nothing-live");
    }
    List<Scope> chosen = Scope.of(scope).filter(live::contains).map(List::of).orElse(live);
    return pages.show(
        request,
        officer,
        "desk/consents/withdraw",
        "desk.consents.withdraw.title",
        frame ->
            new WithdrawView(frame, id, card.name(), live, chosen, SaidBy.of(officer.member())));
  }

  @Needs(Right.WITHDRAW_CONSENTS)
  @PostMapping("/desk/persons/{id}/consents/withdraw")
  ResponseEntity<byte[]> withdraw(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Cards.Card card = dossiers.open(officer, id, Access.CARD, "desk.consents");
    Typed typed = Typed.of(request);
    Set<Scope> scopes =
        Stream.of(Scope.values())
            .filter(s -> typed.ticked("scope-" + s.code()))
            .collect(Collectors.toSet());
    if (scopes.isEmpty()) {
      return DeskPages.see(path(id) + "/withdraw", "consents.nothing-chosen");
    }
    SaidBy saidBy = SaidBy.of(typed.text("said")).orElse(SaidBy.PERSON);
    Consents.Withdrawn done = consents.withdraw(officer.member(), card.person(), scopes, saidBy);
    return done.statement()
        .map(statement -> DeskPages.see("/desk/withdrawals/" + statement, "consents.withdrawn"))
        .orElseGet(() -> DeskPages.see(path(id), "consents.nothing-live"));
  }

  @Needs(Right.WITHDRAW_CONSENTS)
  @GetMapping("/desk/withdraw")
  ResponseEntity<byte[]> byAddress(HttpServletRequest request, Officer officer) {
    return byAddress(request, officer, 200, Typed.empty());
  }

  /// For those who may not see the file, and for a call by phone: all consents of the person whose
  /// public page has this address.
  @Needs(Right.WITHDRAW_CONSENTS)
  @PostMapping("/desk/withdraw")
  ResponseEntity<byte[]> withdrawByAddress(HttpServletRequest request, Officer officer) {
    Typed typed = Typed.of(request);
    Matcher id = PROFILE.matcher(typed.needed("address"));
    Optional<PersonId> person =
        id.find()
            ? ProfileId.parse(id.group(1)).flatMap(register::personOf).map(PersonId::new)
            : Optional.empty();
    if (person.isEmpty()) {
      typed.wrong("address", "desk.consents.wrong.address");
      return byAddress(request, officer, 422, typed);
    }
    SaidBy saidBy = SaidBy.of(typed.text("said")).orElse(SaidBy.PERSON);
    return consents
        .withdraw(officer.member(), person.get(), EnumSet.allOf(Scope.class), saidBy)
        .statement()
        .map(statement -> DeskPages.see("/desk/withdrawals/" + statement, "consents.withdrawn"))
        .orElseGet(() -> DeskPages.see("/desk/withdraw", "consents.nothing-live"));
  }

  private ResponseEntity<byte[]> byAddress(
      HttpServletRequest request, Officer officer, int status, Typed typed) {
    return pages.show(
        request,
        officer,
        status,
        "desk/consents/address",
        "desk.consents.by-address",
        frame -> new AddressView(frame, SaidBy.of(officer.member()), typed));
  }

  @Needs(Right.WITHDRAW_CONSENTS)
  @GetMapping("/desk/withdrawals/{id}")
  ResponseEntity<byte[]> record(
      HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Withdrawals.Page page = reached(officer, id);
    PersonId person = page.person();
    Optional<String> name = dossiers.nameIfReached(officer, person).map(Cards.Card::name);
    boolean unseen =
        page.told().stream().anyMatch(told -> told.seenAt() == null && isTo(told, officer));
    Map<UUID, String> names = new HashMap<>();
    page.told().stream()
        .flatMap(told -> Stream.ofNullable(told.member()))
        .forEach(member -> names.put(member, nameOf(member.toString())));
    return pages.show(
        request,
        officer,
        "desk/consents/withdrawal",
        "desk.consents.withdrawal.title",
        frame -> new WithdrawalView(frame, name, page, nameOf(page.enteredBy()), names, unseen));
  }

  @Needs(Right.WITHDRAW_CONSENTS)
  @PostMapping("/desk/withdrawals/{id}/seen")
  ResponseEntity<byte[]> seen(Officer officer, @PathVariable UUID id) {
    Withdrawals.Page page = reached(officer, id);
    withdrawals.seen(officer.member(), id, page.person());
    return DeskPages.see("/desk/withdrawals/" + id, "consents.seen");
  }

  /// For those who reach the person, were told, or entered it.
  private Withdrawals.Page reached(Officer officer, UUID id) {
    Withdrawals.Page page = withdrawals.find(id).orElseThrow(NotReached::new);
    boolean reached =
        dossiers.access(officer, page.person()).reaches(Access.CARD)
            || page.enteredBy().equals(officer.member().actor())
            || page.told().stream().anyMatch(told -> isTo(told, officer));
    if (!reached) {
      throw new NotReached();
    }
    dossiers.read(officer, page.person(), "desk.withdrawal");
    return page;
  }

  private static boolean isTo(Withdrawals.Told told, Officer officer) {
    return officer.member().agency().equals(told.agency())
        || officer.member().id().value().equals(told.member());
  }

  private String nameOf(String actor) {
    Optional<Account> account =
        actor.length() == 36
            ? accounts.find(new StaffId(UUID.fromString(actor)))
            : Optional.empty();
    return account.map(Account::displayName).filter(n -> !n.isEmpty()).orElse(actor);
  }
}
