package svoi.desk;

import svoi.platform.Database;

/// The desk's way to PostgreSQL, under its own role.
public record DeskDatabase(Database database) {}
