package svoi.exchange;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import svoi.platform.Database;
import svoi.platform.Kyiv;
import tools.jackson.databind.json.JsonMapper;

/// Writes public figures when they change, bound to their method and to the outcomes they sum
/// (invariant 22). The site reads these releases and nothing else of exchanges.
///
/// Sums, rounds and corrections are released at once; what changes by itself (answers of the other
/// side, parts whose delay has passed) once a day, so that nobody can watch the desk at work.
public final class Releases {
  static final JsonMapper MAPPER = new JsonMapper();

  /// A part of a round is told from this day after the handover on: 48 hours after its end.
  private static final int DELAY_DAYS = 3;

  private final FiguresRepository figures;
  private final TransactionTemplate moment;

  /// @param desk statements under the desk's role
  public Releases(Database desk) {
    this.figures = new FiguresRepository(desk.jdbc());
    this.moment = new TransactionTemplate(new JdbcTransactionManager(desk.source()));
    this.moment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
  }

  /// Releases the real figures, and those of invented rounds, if they changed. Call it after an
  /// announcement or a correction has been committed; a job calls it every minute.
  ///
  /// @return how many releases were written: 0, 1 or 2
  public int writeChanged() {
    return Optional.ofNullable(moment.execute(_ -> write())).orElse(0);
  }

  private int write() {
    figures.lock();
    Instant asOf = figures.now();
    int written = writeChanged(asOf, false) ? 1 : 0;
    if (figures.hasInventedRounds() && writeChanged(asOf, true)) {
      written++;
    }
    return written;
  }

  private boolean writeChanged(Instant asOf, boolean demo) {
    FiguresRepository.Totals totals = figures.totals(asOf, demo);
    Figures now = figures(totals, asOf, demo);
    Optional<FiguresRepository.Last> last = figures.last(demo);
    if (last.isPresent() && !due(now, last.get(), asOf)) {
      return false;
    }
    figures.add(totals.method(), asOf, demo, MAPPER.writeValueAsString(now));
    return true;
  }

  private static boolean due(Figures now, FiguresRepository.Last last, Instant asOf) {
    Figures before = MAPPER.readValue(last.json(), Figures.class);
    return !now.sumsLike(before) || (!now.equals(before) && day(asOf).isAfter(day(last.asOf())));
  }

  private Figures figures(FiguresRepository.Totals totals, Instant asOf, boolean demo) {
    List<Figures.Round> rounds = new ArrayList<>();
    figures.rounds(asOf, demo).forEach(counted -> rounds.add(shown(counted, day(asOf))));
    return new Figures(
        totals.opening(),
        totals.exchanges(),
        totals.agreements(),
        totals.returned(),
        Disclosure.single(totals.outside()),
        totals.departed(),
        totals.totalExchanges(),
        totals.totalReturned(),
        rounds,
        figures.answers(asOf, demo),
        HeldTable.of(figures.returns(demo), asOf).orElse(null),
        figures.corrections(asOf, demo));
  }

  private static Figures.Round shown(FiguresRepository.Counted counted, LocalDate today) {
    Figures.Round round = counted.round();
    Figures.Split split =
        counted.corrected() || !Disclosure.mayBeSplit(counted.military(), counted.civilian())
            ? Figures.Split.WITHHELD
            : today.isBefore(round.to().plusDays(DELAY_DAYS))
                ? Figures.Split.LATER
                : Figures.Split.SHOWN;
    boolean told = split == Figures.Split.SHOWN;
    return new Figures.Round(
        round.id(),
        round.number(),
        round.agreementId(),
        round.agreement(),
        round.stage(),
        round.mediator(),
        round.announcedAt(),
        round.from(),
        round.to(),
        round.returned(),
        split,
        told ? counted.military() : null,
        told ? counted.civilian() : null,
        round.departed());
  }

  private static LocalDate day(Instant moment) {
    return moment.atZone(Kyiv.ZONE).toLocalDate();
  }
}
