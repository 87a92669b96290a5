/// What every module stands on: the database and its roles, time, the publication log, hashes,
/// keys of persons and the vault of evidence.
///
/// Owns the schema `platform`; contract views `v_installation`, `v_clock`, `v_publication_log`,
/// `v_node`. Never holds anything about a person but ids, and files
/// that only the person's key opens.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package svoi.platform;
