/// Profiles at the desk: writing, previewing, reviewing, media, holds, and why a profile is public
/// or not.
@org.jspecify.annotations.NullMarked
package svoi.desk.profiles;
