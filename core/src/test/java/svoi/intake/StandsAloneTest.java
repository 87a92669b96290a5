package svoi.intake;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// There is no way from a message to a person of the register, nor back (R31).
class StandsAloneTest {
  private final JavaClasses domain =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("svoi");

  @Test
  void nothingElseInTheDomainNamesIt() {
    noClasses()
        .that()
        .resideOutsideOfPackage("svoi.intake")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("svoi.intake")
        .check(domain);
  }

  @Test
  void itNamesNothingOfOursButThePlatformAndThePortOfTheLog() {
    noClasses()
        .that()
        .resideInAPackage("svoi.intake")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "svoi.cases..",
            "svoi.consent..",
            "svoi.exchange..",
            "svoi.media..",
            "svoi.names..",
            "svoi.reference..",
            "svoi.register..",
            "svoi.search..",
            "svoi.staff..")
        .check(domain);
    classes()
        .that()
        .resideInAPackage("svoi.audit")
        .and()
        .doNotHaveSimpleName("AuditSink")
        .should()
        .onlyHaveDependentClassesThat()
        .resideOutsideOfPackage("svoi.intake")
        .check(domain);
  }
}
