/// The append-only, hash-chained log of what staff read and do (R45).
///
/// Owns the schema `audit`; contract view `v_entry`. Never holds a name, a text or a birth date.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform"})
package svoi.audit;
