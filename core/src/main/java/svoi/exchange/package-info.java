/// Who is awaited, who may be offered, and rounds from the first draft to the outcome.
///
/// Owns the schema `exchange`; the site's role reads the view `v_public_release`: figures of rounds
/// publicly announced, after disclosure control, and nothing else. Readiness and availability are
/// computed, never stored. A ratio belongs to a block, never to a person; children and the gravely
/// wounded are in no block and no list. There is no column that overrides a consent.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {
      "platform",
      "names",
      "audit",
      "staff",
      "reference",
      "cases",
      "consent",
      "register",
      "register :: imports"
    })
package svoi.exchange;
