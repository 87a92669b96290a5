/// Pictures and videos: files by hash, renditions, captions, transcripts.
///
/// Owns the schema `media`; contract views `v_asset`, `v_rendition`. Originals are never rewritten
/// (R22).
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"platform", "audit", "staff", "cases"})
package svoi.media;
