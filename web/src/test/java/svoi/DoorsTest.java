package svoi;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/// Doors never name each other, and the public door names nothing that only staff may use.
class DoorsTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("svoi");

  private static ArchRule door(String door, String... others) {
    return noClasses()
        .that()
        .resideInAPackage(door + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .allowEmptyShould(true);
  }

  @Test
  void doorsNeverNameEachOther() {
    door("svoi.site", "svoi.contact..", "svoi.desk..").check(CLASSES);
    door("svoi.contact", "svoi.site..", "svoi.desk..").check(CLASSES);
    door("svoi.desk", "svoi.site..", "svoi.contact..").check(CLASSES);
    door("svoi.web", "svoi.site..", "svoi.contact..", "svoi.desk..").check(CLASSES);
  }

  @Test
  void thePublicDoorNamesNothingOfStaffCasesOrConsents() {
    door(
            "svoi.site",
            "svoi.cases..",
            "svoi.consent..",
            "svoi.staff..",
            "svoi.audit..",
            "svoi.intake..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage("svoi.site..")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("svoi.register.Register")
        .check(CLASSES);
  }

  /// R31: what a source wrote never meets the file of a person, on no page either.
  @Test
  void theDeskOfMessagesAndTheOtherAreasNeverNameEachOther() {
    noClasses()
        .that()
        .resideInAnyPackage("svoi.desk.intake..", "svoi.templates.desk.intake..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "svoi.cases..",
            "svoi.consent..",
            "svoi.exchange..",
            "svoi.media..",
            "svoi.names..",
            "svoi.register..",
            "svoi.search..",
            "svoi.desk.answers..",
            "svoi.desk.cases..",
            "svoi.desk.consents..",
            "svoi.desk.detention..",
            "svoi.desk.needs..",
            "svoi.desk.offers..",
            "svoi.desk.people..",
            "svoi.desk.profiles..",
            "svoi.desk.rounds..")
        .check(CLASSES);
    noClasses()
        .that()
        .resideOutsideOfPackages(
            "svoi.desk.intake..",
            "svoi.templates.desk.intake..",
            "svoi.intake..",
            "svoi.contact..",
            "svoi.templates.contact..",
            "svoi.app..")
        .and()
        .doNotHaveFullyQualifiedName("svoi.desk.DeskConfiguration")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("svoi.desk.intake..", "svoi.intake..")
        .check(CLASSES);
  }

  @Test
  void theAnonymousDoorNamesNothingButMessagesAndWhatDoorsShare() {
    noClasses()
        .that()
        .resideInAPackage("svoi.contact..")
        .should()
        .dependOnClassesThat(
            resideInAPackage("svoi..")
                .and(
                    not(
                        resideInAnyPackage(
                            "svoi.contact..",
                            "svoi.intake..",
                            "svoi.platform..",
                            "svoi.web..",
                            "svoi.templates.."))))
        .check(CLASSES);
  }

  @Test
  void theDomainKnowsNoHttpAndNoTemplates() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "svoi.platform..",
            "svoi.audit..",
            "svoi.reference..",
            "svoi.staff..",
            "svoi.cases..",
            "svoi.consent..",
            "svoi.media..",
            "svoi.register..",
            "svoi.search..",
            "svoi.names..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "jakarta.servlet..",
            "org.springframework.web..",
            "gg.jte..",
            "org.eclipse.jetty..",
            "svoi.web..",
            "svoi.site..")
        .check(CLASSES);
  }

  @Test
  void aDoorThatNamesAnotherIsFound() {
    ArchRule rule =
        classes()
            .that()
            .resideInAPackage("svoi.web..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAPackage("java..");

    assertThat(rule.evaluate(CLASSES).hasViolation()).isTrue();
  }
}
