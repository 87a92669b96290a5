package svoi.desk.rounds;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import svoi.audit.AuditSink;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.exchange.Adoption;
import svoi.exchange.Blocks;
import svoi.exchange.Corrections;
import svoi.exchange.Handovers;
import svoi.exchange.Readiness;
import svoi.exchange.Round;
import svoi.exchange.RoundId;
import svoi.exchange.RoundLists;
import svoi.exchange.Rounds;
import svoi.exchange.Signatures;
import svoi.exchange.Slots;
import svoi.exchange.TheirLists;
import svoi.exchange.Transitions;
import svoi.exchange.needs.FamiliesToTell;

/// What the pages of rounds work with; opens a round and says so in the log.
record RoundDesk(
    Rounds rounds,
    Blocks blocks,
    Slots slots,
    Readiness readiness,
    RoundLists lists,
    TheirLists theirs,
    Adoption adoption,
    Signatures signatures,
    Handovers handovers,
    Corrections corrections,
    FamiliesToTell families,
    Transitions transitions,
    AuditSink audit) {

  static String path(RoundId id) {
    return "/desk/rounds/" + id.value();
  }

  /// The round, without a word in the log: the caller says what of it was read.
  Round find(UUID id) {
    return rounds.find(new RoundId(id)).orElseThrow(NotReached::new);
  }

  /// Opens a page about the round as a whole.
  Round open(Officer officer, UUID id, String action) {
    Round round = find(id);
    audit.append(officer.member().actor(), action, Set.of(id), "");
    return round;
  }

  /// Says in the log that a page of a round showed these persons.
  void seen(Officer officer, Round round, String action, Collection<UUID> persons) {
    Set<UUID> ids = new HashSet<>(persons);
    ids.add(round.id().value());
    audit.append(officer.member().actor(), action, ids, "");
  }
}
