package svoi.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import svoi.register.PublishedPerson;
import svoi.staff.Member;
import svoi.staff.Staff;
import svoi.staff.StaffId;
import svoi.staff.StaffRole;

/// An administrator says which account is whose; from then on it reaches its clients.
class AdvocatesIT {
  private static final Member OTHER =
      new Member(new StaffId(new UUID(5, 5)), "bar", Set.of(StaffRole.COUNSEL));
  private static Desk desk;
  private static Advocates advocates;
  private static PublishedPerson.Created person;

  @BeforeAll
  static void open() {
    desk = new Desk();
    new Staff(desk.desk.jdbc(), desk.audit).add(OTHER);
    advocates = new Advocates(desk.desk, desk.audit);
    person = desk.publicPerson();
  }

  @AfterAll
  static void close() {
    desk.close();
  }

  @Test
  void anAccountThatIsLinkedReachesItsClientsAndNoOtherAccountGetsTheLicence() {
    Cards cards = new Cards(desk.desk.jdbc());
    assertThat(cards.clients(Desk.COUNSEL)).isEmpty();

    assertThat(advocates.link("ТЕСТ-1", Desk.COUNSEL.id(), Desk.ADMINISTRATOR)).isTrue();

    assertThat(advocates.licence(Desk.COUNSEL.id())).contains("ТЕСТ-1");
    assertThat(cards.clients(Desk.COUNSEL))
        .extracting(Cards.Card::person)
        .contains(person.person());
    assertThat(Desk.code(() -> advocates.link("ТЕСТ-1", OTHER.id(), Desk.ADMINISTRATOR)))
        .isEqualTo("consent.counsel_account");
  }

  @Test
  void aLicenceThatNoSheetNamesIsNotTaken() {
    assertThat(advocates.link("ТЕСТ-НІЧИЯ", OTHER.id(), Desk.ADMINISTRATOR)).isFalse();
    assertThat(advocates.licence(OTHER.id())).isEmpty();
  }

  @Test
  void onlyAnAdministratorLinks() {
    assertThatThrownBy(() -> advocates.link("ТЕСТ-1", OTHER.id(), Desk.COUNSEL))
        .hasMessage("right.manage-staff");
  }

  @Test
  void anAccountThatIsNoAdvocatesIsRefused() {
    assertThat(Desk.code(() -> advocates.link("ТЕСТ-1", Desk.LIAISON.id(), Desk.ADMINISTRATOR)))
        .isEqualTo("consent.counsel_account");
  }
}
