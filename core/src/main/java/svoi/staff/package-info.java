/// Agencies and their members, as far as the rules need them.
///
/// Owns the schema `staff`; contract views `v_member`, `v_agency`, `v_institution`,
/// `v_posting`. Names of staff are never public.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform", "audit"})
package svoi.staff;
