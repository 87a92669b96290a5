/// What every module stands on: the database and its roles, time, the publication log, hashes.
///
/// Owns the schema `platform`; contract views `v_installation`, `v_clock`, `v_publication_log`,
/// `v_node`. Never holds anything about a person but ids.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package svoi.platform;
