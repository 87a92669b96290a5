package svoi.exchange.offers;

import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.exchange.OfferedId;
import svoi.platform.Vault;

/// Papers of an offered person: under the key of the file in `cases`, or of the id where there is
/// none.
final class OfferPapers {
  private static final String OWNER =
      "SELECT coalesce(person_id, id) FROM exchange.offered WHERE id = ?";

  private final JdbcClient jdbc;
  private final Papers papers;

  OfferPapers(JdbcClient jdbc, Vault vault) {
    this.jdbc = jdbc;
    this.papers = new Papers(vault);
  }

  Optional<byte[]> put(OfferedId offered, InputStream paper) {
    return papers.put(owner(offered), paper);
  }

  Paper open(OfferedId offered, byte[] sha256) {
    return papers.open(owner(offered), sha256);
  }

  private UUID owner(OfferedId offered) {
    return jdbc.sql(OWNER).param(offered.value()).query(UUID.class).single();
  }
}
