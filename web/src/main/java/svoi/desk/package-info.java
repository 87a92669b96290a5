/// The staff door: signing in, the frame of its pages, and what all its areas share.
///
/// Each area has a package of its own below with one configuration. A controller method is marked
/// by [Needs] (or [Open]), takes an [Officer], and answers through [DeskPages]; what people typed
/// comes as [Typed] and goes back into the form until it is right. Doors never name each other.
@org.jspecify.annotations.NullMarked
package svoi.desk;
