/// The append-only, hash-chained log of what staff read and do (R45).
///
/// Owns the schema `audit`; contract views `v_entry`, `v_payload`, `v_head`. Never holds a name, a
/// text or a birth date, but for payloads, which are sealed under the person's key.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform"})
package svoi.audit;
