package svoi.register;

/// What became of a save.
public sealed interface Saved {
  /// Kept; the next save names this version.
  record Kept(Manuscript manuscript) implements Saved {}

  /// Someone saved in between: nothing was kept, both texts are to be shown.
  record Stale(Manuscript theirs) implements Saved {}
}
