/// Profiles: content, approvals, holds, and the views that alone decide what is public.
///
/// Owns the schema `register`; the site's role reads `v_profile`, `v_media`, `v_once_public` and
/// `v_once_public_media` and nothing else of a person. Nothing stores "is public".
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
      "media"
    })
package svoi.register;
