package svoi.register;

import svoi.platform.Change;

/// A profile with content in it.
public record Drafted(ProfileId id, Change change) {}
