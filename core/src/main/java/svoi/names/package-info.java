/// Spelling of names: transliteration and folding. No SQL, no Spring.
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package svoi.names;
