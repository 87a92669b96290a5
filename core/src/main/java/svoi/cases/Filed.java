package svoi.cases;

import java.util.UUID;
import svoi.platform.Change;

/// Where a file was put, and whether that changed anything.
public record Filed(PersonId person, UUID proceeding, Change change) {}
