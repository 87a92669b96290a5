/// Regions, articles of the Criminal Code, published exchanges and figures.
///
/// Owns the schema `reference`; its rows come by migration, each with its source and evidence mark.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"platform"})
package svoi.reference;
