package svoi.platform;

import java.util.Locale;

/// The roles in PostgreSQL; each door logs in with its own.
public enum Role {
  /// Owns the schemas and migrates them; no door uses it.
  OWNER,
  SITE,
  CONTACT,
  DESK;

  /// The role's name in PostgreSQL, for example `svoi_site`.
  public String sqlName() {
    return "svoi_" + name().toLowerCase(Locale.ROOT);
  }
}
