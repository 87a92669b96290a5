/// Persons, their proceedings, charges, verdicts and the events of a case.
///
/// Owns the schema `cases`; contract views `v_person`, `v_proceeding`, `v_event`. Where a person is
/// held is in none of them, see [svoi.cases.Detentions]. The public site
/// can read none of them.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"platform", "names", "audit", "staff", "reference"})
package svoi.cases;
