package svoi.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import svoi.platform.Language;
import svoi.register.Profile;
import svoi.web.Messages;

class CasePathTest {
  @Test
  void consentAndPublicationStandAmongTheStepsOfTheCourt() {
    assertThat(steps(new InventedProfile().build()))
        .containsExactly(
            "2025-03-02 Вирок суду першої інстанції",
            "2025-09-19 Вирок набрав законної сили",
            "2026-05-14 Дано згоду на обмін",
            "2026-05-21 Профіль оприлюднено");
  }

  @Test
  void aConsentGivenAgainIsAStepOfItsOwn() {
    assertThat(steps(new InventedProfile().consents("2025-11-20", "2026-05-14").build()))
        .contains("2025-11-20 Дано згоду на обмін", "2026-05-14 Згоду на обмін дано знову");
  }

  @Test
  void leavingIsTheLastStep() {
    assertThat(steps(new InventedProfile().leftOn("2026-08-24").build()))
        .endsWith("2026-08-24 Виїхала в межах обміну");
  }

  private static List<String> steps(Profile profile) {
    return CasePath.of(profile, Messages.in(Language.UK)).stream()
        .map(step -> step.date().iso() + " " + step.text())
        .toList();
  }
}
