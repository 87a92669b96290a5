package svoi.exchange.needs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import svoi.audit.AuditSink;
import svoi.exchange.AwaitedId;
import svoi.exchange.AwaitedState;
import svoi.exchange.Transitions;
import svoi.platform.Database;
import svoi.platform.ScanType;
import svoi.platform.Vault;
import svoi.staff.Forbidden;
import svoi.staff.Member;

/// What becomes known of an awaited person, with the evidence of it.
public final class AwaitedStates {
  private static final int HEAD = 8;

  private final Database database;
  private final AwaitedRepository awaited;
  private final Transitions transitions;
  private final AuditSink audit;
  private final Vault vault;

  public AwaitedStates(Database database, AuditSink audit, Vault vault) {
    this.database = database;
    this.awaited = new AwaitedRepository(database.jdbc());
    this.transitions = new Transitions(database.jdbc());
    this.audit = audit;
    this.vault = vault;
  }

  /// States that an officer may record now, in the order of the drawing. Returned comes from an
  /// outcome, a duplicate from a merge.
  public List<AwaitedState> next(AwaitedState state) {
    return transitions.of("awaited").stream()
        .filter(move -> move.from().equals(state.code()))
        .filter(move -> !move.guard().matches("outcome|merge .*|correction .*"))
        .flatMap(move -> AwaitedState.of(move.to()).stream())
        .toList();
  }

  /// One thing that became known.
  ///
  /// @param source of a confirmation; null otherwise
  public record Entry(AwaitedState state, @Nullable Source source, LocalDate on) {}

  /// Records it. Call it outside a transaction: an upload lasts.
  ///
  /// @param version that the officer saw
  /// @param evidence a PDF, JPEG or PNG; null if there is none
  public NeedSaving record(
      AwaitedFile file, int version, Entry entry, @Nullable InputStream evidence, Member by) {
    if (!file.track().isEditedBy(by)) {
      throw new Forbidden("right." + file.track().edit().code());
    }
    byte[] hash = null;
    if (evidence != null) {
      Optional<byte[]> stored = put(file.id().value(), evidence);
      if (stored.isEmpty()) {
        return new NeedSaving.Refused("evidence.not_a_scan", "evidence");
      }
      hash = stored.get();
    }
    byte[] proof = hash;
    try {
      return database.inTransaction(() -> recorded(file.id(), version, entry, proof, by));
    } catch (DataIntegrityViolationException e) {
      return NeedRules.refused(e);
    }
  }

  private NeedSaving recorded(
      AwaitedId id, int version, Entry entry, byte @Nullable [] evidence, Member by) {
    AwaitedRepository.Locked known = awaited.lock(id).orElseThrow();
    if (known.version() != version) {
      return new NeedSaving.Stale(awaited.find(id).orElseThrow());
    }
    awaited.record(id, entry.state(), entry.source(), entry.on(), evidence, by);
    audit.append(by.actor(), "exchange.awaited-state", Set.of(id.value()), entry.state().code());
    return new NeedSaving.Saved(id, known.track());
  }

  /// Hash of the stored file; empty if it is no scan.
  Optional<byte[]> put(UUID person, InputStream content) {
    try {
      PushbackInputStream file = new PushbackInputStream(content, HEAD);
      byte[] head = file.readNBytes(HEAD);
      if (ScanType.of(head).isEmpty()) {
        return Optional.empty();
      }
      file.unread(head);
      return Optional.of(vault.put(person, file).sha256());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Evidence as it was handed in.
  ///
  /// @param content whole and checked against its hash; its reader closes it
  public record Scan(InputStream content, String mediaType, String ending) {}

  /// The file of an event of this person; that it was read is in the log before it is.
  public Optional<Scan> open(AwaitedFile file, UUID event, Member by) {
    if (!file.track().isSeenBy(by)) {
      return Optional.empty();
    }
    return awaited.events(file.id()).stream()
        .filter(e -> e.id().equals(event))
        .findFirst()
        .flatMap(AwaitedEvent::evidence)
        .map(hash -> scan(file.id().value(), hash, by));
  }

  Scan scan(UUID person, byte[] hash, Member by) {
    audit.append(by.actor(), "exchange.evidence-read", Set.of(person), "");
    try {
      InputStream content = vault.open(person, hash);
      byte[] head = content.readNBytes(HEAD);
      ScanType type = ScanType.of(head).orElse(ScanType.PDF);
      InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), content);
      return new Scan(whole, type.mediaType(), type.ending());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
