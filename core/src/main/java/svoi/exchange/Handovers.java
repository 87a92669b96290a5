package svoi.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import svoi.audit.AuditSink;
import svoi.platform.Database;
import svoi.platform.Evidence;
import svoi.platform.ScanType;
import svoi.platform.Vault;
import svoi.staff.Member;
import svoi.staff.Right;

/// What happened at the line, entered afterwards from the sheets: line by line first, then all of
/// it at once with the scan of the signed protocol.
public final class Handovers {
  private final Database database;
  private final HandoverRepository handovers;
  private final RoundRepository rounds;
  private final AuditSink audit;
  private final Vault vault;

  public Handovers(Database database, AuditSink audit, Vault vault) {
    this.database = database;
    this.handovers = new HandoverRepository(database.jdbc());
    this.rounds = new RoundRepository(database.jdbc());
    this.audit = audit;
    this.vault = vault;
  }

  /// How many sheets are typed in.
  ///
  /// @param slots on the list, each of which needs a sheet
  /// @param typed of those
  /// @param sheets with reserves
  public record Progress(int slots, int typed, int sheets, int crossed) {
    public boolean whole() {
      return slots > 0 && typed == slots;
    }
  }

  /// Somebody who may have been brought instead of another.
  public record Instead(AwaitedId id, String name, @Nullable LocalDate bornOn) {}

  /// A page of sheets in the order of our list; reserves last.
  public List<SheetLine.Shown> sheets(RoundId round, int offset, int limit) {
    return handovers.sheets(round, offset, limit);
  }

  public Progress progress(RoundId round) {
    return handovers.progress(round);
  }

  /// Who is sought and has a family name that begins like this; at most 20.
  public List<Instead> instead(String family) {
    return family.isBlank() ? List.of() : handovers.instead(family.strip());
  }

  /// Saves lines of sheets: all of them, or none if somebody saved one of them meanwhile. Nothing
  /// follows from them yet.
  ///
  /// @param emptied lines that are taken back, with the version that was seen
  public Moved save(Member by, RoundId round, List<SheetLine> lines, Map<SlotId, Integer> emptied) {
    by.needs(Right.RECORD_HANDOVERS);
    return Rounds.keepingRules(
        database,
        () -> {
          Set<UUID> ids = new HashSet<>(Set.of(round.value()));
          for (SheetLine line : lines) {
            if (!handovers.save(round, line, by)) {
              return new Moved.Stale();
            }
            ids.add(line.slot().value());
          }
          for (Map.Entry<SlotId, Integer> line : emptied.entrySet()) {
            if (!handovers.forget(line.getKey(), line.getValue())) {
              return new Moved.Stale();
            }
            ids.add(line.getKey().value());
          }
          audit.append(by.actor(), "exchange.sheet", ids, "");
          return new Moved.Done();
        });
  }

  /// Records the handover with everything that follows: crossings, protocol, outcomes, slots,
  /// persons, ledger, instruments and the end of the round, in one transaction. The scan is sealed
  /// before it. Call it outside a transaction.
  public Moved record(Member by, RoundId round, Protocol protocol, InputStream scan) {
    by.needs(Right.RECORD_HANDOVERS);
    InputStream file = new BufferedInputStream(scan);
    if (typeOf(file).isEmpty()) {
      return Moved.Refused.by("protocol.not_a_scan", "");
    }
    Progress progress = handovers.progress(round);
    if (!progress.whole()) {
      return Moved.Refused.by(
          "round.undecided", Integer.toString(progress.slots() - progress.typed()));
    }
    if (progress.crossed() == 0 && protocol.abandoned() == null) {
      return Moved.Refused.by("handover.reason_missing", "");
    }
    Evidence evidence = vault.put(round.value(), file);
    return Rounds.keepingRules(database, () -> record(by, round, protocol, evidence));
  }

  private Moved record(Member by, RoundId round, Protocol protocol, Evidence evidence) {
    if (rounds.lock(round).filter(RoundState.EXECUTING::equals).isEmpty()) {
      return new Moved.Stale();
    }
    Progress progress = handovers.progress(round);
    if (!progress.whole()) {
      return new Moved.Stale();
    }
    boolean crossed = progress.crossed() > 0;
    UUID handover = handovers.scheduled(round, protocol.heldOn(), by);
    Instant from = protocol.from();
    for (String state : List.of("at-point", "identity-checked", "will-confirmed")) {
      handovers.step(handover, state, from, by);
    }
    if (crossed) {
      handovers.step(handover, "crossed", protocol.until(), by);
    }
    handovers.addCrossings(handover, round, by);
    handovers.addProtocol(handover, round, protocol, evidence.sha256(), by);
    handovers.step(handover, crossed ? "protocol-signed" : "aborted", protocol.until(), by);
    handovers.addOutcomes(round, protocol.heldOn(), by);
    handovers.empty(round);
    RoundState end = end(handovers.ended(round));
    rounds.move(round, end, end == RoundState.ABORTED ? protocol.abandoned() : null, by);
    audit.append(by.actor(), "exchange.handover", Set.of(round.value()), end.code());
    return new Moved.Done();
  }

  private static RoundState end(HandoverRepository.Ended ended) {
    if (ended.crossed() == 0) {
      return RoundState.ABORTED;
    }
    return ended.failed() == 0 ? RoundState.EXECUTED : RoundState.PARTIAL;
  }

  /// Outcomes of a round: corrected ones and what went wrong first.
  public List<Outcome> results(RoundId round, int offset, int limit) {
    return handovers.results(round, offset, limit);
  }

  /// One outcome of the round.
  public Optional<Outcome> result(RoundId round, UUID outcome) {
    return handovers.result(round, outcome);
  }

  /// A scan, checked against its hash before its first byte is handed out; its reader closes it.
  public record Scan(InputStream content, ScanType type) {}

  /// The scan of the signed protocol; empty if there is none. The reading is logged.
  ///
  /// @throws svoi.platform.EvidenceDamaged if it is not what was hashed
  public Optional<Scan> protocol(Member by, RoundId round) {
    by.needs(Right.READ_ROUNDS);
    audit.append(by.actor(), "exchange.protocol-read", Set.of(round.value()), "");
    return handovers
        .protocolFile(round)
        .map(
            hash -> {
              InputStream content = new BufferedInputStream(vault.open(round.value(), hash));
              return new Scan(content, typeOf(content).orElse(ScanType.PDF));
            });
  }

  private static Optional<ScanType> typeOf(InputStream file) {
    try {
      file.mark(16);
      byte[] head = file.readNBytes(8);
      file.reset();
      return ScanType.of(head);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
