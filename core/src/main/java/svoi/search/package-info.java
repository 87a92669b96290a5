/// The index of the published: lists with counts, and search by name.
///
/// Owns no schema: memory only, kept by the publication log; the views of `register` stay the last
/// gate.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"platform", "names", "reference", "register"})
package svoi.search;
