package svoi.bench.exchange;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import svoi.bench.Timings;
import svoi.exchange.Block;
import svoi.exchange.Blocks;
import svoi.exchange.Moved;
import svoi.exchange.RoundId;
import svoi.exchange.RoundTerms;
import svoi.exchange.Rounds;
import svoi.exchange.Slots;
import svoi.platform.DatabaseClock;
import svoi.staff.Member;

/// Two officers add the same person to two rounds in the same moment, again and again: each time
/// one of them succeeds, and the other is told that the person is reserved.
final class SameTwice {
  private static final String FREE =
      """
      SELECT n.id FROM exchange.v_need n
      WHERE n.state = 'confirmed' AND n.round_id IS NULL AND n.family_group_id IS NULL
      ORDER BY md5(n.id::text) LIMIT ?
      """;
  private static final String LIVE =
      """
      SELECT count(*) FROM (
        SELECT s.participant_id FROM exchange.slot s
        WHERE s.participant_id = ANY (?) AND s.state IN ('planned', 'named', 'confirmed')
        GROUP BY s.participant_id HAVING count(*) = 1) x
      """;

  private final Office office;
  private final Timings timings = new Timings("the same person in two rounds at once");
  private int once;

  SameTwice(Office office) {
    this.office = office;
  }

  private record Draft(RoundId round, UUID block) {}

  /// @return whether exactly one succeeded each time
  boolean measure(int times) throws Exception {
    List<UUID> persons = office.desk().jdbc().sql(FREE).param(times).query(UUID.class).list();
    Draft one = draft();
    Draft other = draft();
    CyclicBarrier together = new CyclicBarrier(2);
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (UUID person : persons) {
        Future<Moved> first = threads.submit(() -> add(office.first(), one, person, together));
        Future<Moved> second = threads.submit(() -> add(office.second(), other, person, together));
        once += isOnce(first.get(), second.get()) || isOnce(second.get(), first.get()) ? 1 : 0;
      }
    }
    int live =
        office
            .desk()
            .jdbc()
            .sql(LIVE)
            .param(persons.toArray(UUID[]::new))
            .query(Integer.class)
            .single();
    System.out.println(timings.line());
    System.out.printf(
        Locale.ROOT,
        "    %,d times: exactly one success %,d times; in exactly one live round afterwards: %,d%n",
        persons.size(),
        once,
        live);
    return once == times && live == times;
  }

  private Draft draft() {
    RoundId id = new RoundId(UUID.randomUUID());
    new Rounds(office.desk(), office.audit(), office.keys())
        .open(office.first(), id, new RoundTerms("Benchmark", null, null, null, null));
    Blocks blocks = new Blocks(office.desk(), office.audit());
    Office.done(blocks.add(office.first(), id, new Block.Terms(1, 1, null, null, null)));
    return new Draft(id, blocks.of(id).getFirst().id());
  }

  private Moved add(Member by, Draft to, UUID person, CyclicBarrier together) throws Exception {
    Slots slots = new Slots(office.desk(), office.audit(), new DatabaseClock());
    together.await();
    long start = System.nanoTime();
    Moved moved = slots.add(by, to.round(), to.block(), List.of(person), false);
    long took = System.nanoTime() - start;
    synchronized (timings) {
      timings.add(took);
    }
    return moved;
  }

  private static boolean isOnce(Moved won, Moved lost) {
    return won instanceof Moved.Done
        && lost instanceof Moved.Refused refused
        && refused.obstacles().getFirst().code().equals("slot.person_reserved");
  }
}
