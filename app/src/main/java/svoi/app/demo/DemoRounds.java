package svoi.app.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import svoi.exchange.Block;
import svoi.exchange.Category;
import svoi.exchange.RoundId;
import svoi.exchange.RoundState;
import svoi.exchange.RoundTerms;
import svoi.exchange.SheetLine;
import svoi.exchange.Side;
import svoi.exchange.SlotState;
import svoi.platform.Kyiv;

/// Twelve invented rounds: some in each state, one agreement of three stages, one handover with a
/// refusal and a substitution, one that was called off at the line.
final class DemoRounds {
  private static final String FRAMEWORK = "Вигадана рамка";
  private static final String STAGES = "Вигадана домовленість трьох етапів";
  private static final String MEDIATOR = "Вигадана держава";
  private static final String UNKNOWN = "1,awaited,Никтошенко Нигде Неизвестнович,1901-01-01";

  private final DemoOffers offers;
  private final DemoNeeds needs;
  private final DemoFamilies families;
  private final DemoOffice office;
  private final DemoTimeline timeline;
  private final Map<RoundState, RoundId> tour = new EnumMap<>(RoundState.class);

  DemoRounds(DemoOffice office, DemoOffers offers, DemoTimeline timeline) {
    this.office = office;
    this.offers = offers;
    this.needs = new DemoNeeds(office);
    this.families = new DemoFamilies(office);
    this.timeline = timeline;
  }

  /// A round in each state.
  Map<RoundState, RoundId> tour() {
    return Map.copyOf(tour);
  }

  /// Offered persons of a time, each taken once.
  static final class Pool {
    private final List<UUID> left = new ArrayList<>();

    void fill(List<UUID> all) {
      left.addAll(all);
    }

    List<UUID> take(int count) {
      List<UUID> taken = List.copyOf(left.subList(0, count));
      left.subList(0, count).clear();
      return taken;
    }
  }

  /// Whom a round takes: of the convicted one for two of the category, of the captives one for one
  /// prisoner of war.
  private record Plan(Pool convicted, int first, Pool captives, int second, Category category) {}

  /// Plans every act of every round.
  void plan(Pool earlier, Pool spring, Pool summer, Pool captives) {
    stages(earlier, captives);
    DemoRound calledOff =
        executing(50, null, new Plan(earlier, 4, captives, 2, Category.POW), null);
    timeline.on(50, () -> callOff(calledOff));
    timeline.on(49, () -> families.tell(calledOff.id, 1_000));
    DemoRound third = executing(34, null, new Plan(spring, 5, captives, 5, Category.POW), null);
    held(third, 34, 903);
    partial(new Plan(summer, 6, captives, 4, Category.CIVILIAN_DETAINED));
    DemoRound untold = executing(1, null, new Plan(summer, 4, captives, 4, Category.POW), null);
    timeline.on(1, () -> held(untold));
    timeline.on(0, () -> families.tell(untold.id, 4));
    preparing(new Plan(summer, 4, captives, 4, Category.POW));
    atTheLine(new Plan(summer, 4, captives, 4, Category.CIVILIAN_DETAINED));
    countered(new Plan(summer, 5, captives, 5, Category.POW));
    DemoRound proposed = drafted(4, null, null, new Plan(summer, 4, captives, 2, Category.POW));
    timeline.on(2, proposed::propose);
    keep(RoundState.PROPOSED, proposed);
    drafting(new Plan(summer, 3, captives, 2, Category.CIVILIAN_DETAINED));
    keep(RoundState.EXECUTED, third);
    keep(RoundState.ABORTED, calledOff);
  }

  private void keep(RoundState state, DemoRound round) {
    tour.put(state, round.id);
  }

  private void stages(Pool earlier, Pool captives) {
    DemoRound first = executing(95, 1, new Plan(earlier, 5, captives, 6, Category.POW), MEDIATOR);
    held(first, 95, 901);
    DemoRound second =
        executing(66, 2, new Plan(earlier, 4, captives, 6, Category.CIVILIAN_DETAINED), null);
    held(second, 66, 902);
    timeline.on(30, second::correct);
  }

  /// The third stage is agreed and waits for its day; a family is in it as a whole.
  void lastStage(Pool summer, Pool captives) {
    DemoRound third = drafted(14, 3, 9, new Plan(summer, 5, captives, 5, Category.POW));
    timeline.on(14, () -> addFamily(third, summer));
    negotiate(third, 14);
    timeline.on(5, () -> third.setPlace("Вигаданий пункт № 3 біля умовного селища Прикладне"));
    keep(RoundState.AGREED, third);
  }

  private void addFamily(DemoRound round, Pool convicted) {
    List<UUID> family = needs.inseparable();
    if (family.size() == 2) {
      List<UUID> all = new ArrayList<>(convicted.take(1));
      all.addAll(family);
      round.block(new Block.Terms(1, 2, null, null, null), all);
    }
  }

  private DemoRound drafted(
      int daysAgo, @Nullable Integer stage, @Nullable Integer plannedIn, Plan plan) {
    DemoRound round = new DemoRound(office);
    LocalDate day =
        plannedIn == null ? null : LocalDate.now(Kyiv.ZONE).plusDays(plannedIn.longValue());
    timeline.on(
        daysAgo,
        () -> {
          String agreement = stage == null ? null : STAGES;
          round.open(new RoundTerms(FRAMEWORK, agreement, stage, MEDIATOR, day));
          fill(round, plan);
        });
    return round;
  }

  private void fill(DemoRound round, Plan plan) {
    List<UUID> first = new ArrayList<>(plan.convicted().take(plan.first()));
    first.addAll(needs.free(plan.category(), 2 * plan.first()));
    round.block(new Block.Terms(1, 2, null, null, plan.category()), first);
    List<UUID> second = new ArrayList<>(plan.captives().take(plan.second()));
    second.addAll(needs.free(Category.POW, plan.second()));
    round.block(new Block.Terms(1, 1, null, null, Category.POW), second);
  }

  private void negotiate(DemoRound round, int daysAgo) {
    timeline.on(daysAgo - 2, round::propose);
    timeline.on(daysAgo - 8, () -> round.answer(rows -> rows));
    timeline.on(daysAgo - 9, () -> round.move(RoundState.AGREED));
  }

  /// A round that was drafted, agreed and prepared in time for its day, and executes on it.
  private DemoRound executing(
      int plannedAgo, @Nullable Integer stage, Plan plan, @Nullable String place) {
    DemoRound round = drafted(plannedAgo + 17, stage, -plannedAgo, plan);
    negotiate(round, plannedAgo + 17);
    timeline.on(plannedAgo + 7, () -> round.move(RoundState.PREPARING));
    timeline.on(plannedAgo + 7, () -> offers.request(offers.of(round.id)));
    timeline.on(plannedAgo + 6, () -> act(round, "requested", "filed"));
    timeline.on(plannedAgo + 3, () -> act(round, "filed", "granted"));
    timeline.on(plannedAgo + 2, () -> act(round, "granted", "in-force"));
    timeline.on(plannedAgo + 2, () -> offers.examine(offers.of(round.id), "fit"));
    timeline.on(plannedAgo + 1, () -> offers.reconfirm(offers.of(round.id)));
    if (place != null) {
      timeline.on(plannedAgo + 2, () -> round.setPlace("Вигаданий пункт № 1, " + place));
    }
    timeline.on(plannedAgo, () -> round.move(RoundState.EXECUTING));
    return round;
  }

  private void act(DemoRound round, String after, String state) {
    offers.instrument(offers.of(round.id), after, state);
  }

  /// Everybody crosses, relatives are told, and a day later it is announced.
  private void held(DemoRound round, int daysAgo, int exchangeNo) {
    timeline.on(daysAgo, () -> held(round));
    timeline.on(daysAgo - 1, () -> families.tell(round.id, 1_000));
    timeline.on(daysAgo - 1, () -> round.announce(exchangeNo, null));
  }

  private void held(DemoRound round) {
    families.enter(round.id, 8);
    round.save(round.sheets());
    round.record("ВИГАДАНО-" + round.round().number(), null);
  }

  private void callOff(DemoRound round) {
    List<SheetLine> sheets = round.sheets();
    for (Side side : Side.values()) {
      boolean more;
      do {
        more = round.change(sheets, side, SlotState.NOT_DELIVERED, null);
      } while (more);
    }
    round.save(sheets);
    round.record("ВИГАДАНО-0", "weather");
  }

  /// One says no before a neutral, one is brought instead of another, one does not come.
  private void partial(Plan plan) {
    DemoRound round = executing(2, null, plan, MEDIATOR);
    timeline.on(
        2,
        () -> {
          families.enter(round.id, 100);
          List<SheetLine> sheets = round.sheets();
          UUID instead = needs.free(Category.POW, 1).getFirst();
          round.change(sheets, Side.OFFERED, SlotState.REFUSED_AT_POINT, null);
          round.change(sheets, Side.AWAITED, SlotState.SUBSTITUTED, instead);
          round.change(sheets, Side.AWAITED, SlotState.NOT_DELIVERED, null);
          round.save(sheets);
          round.record("ВИГАДАНО-" + round.round().number(), null);
        });
    timeline.on(1, () -> families.tell(round.id, 1_000));
    timeline.on(1, () -> round.announce(904, MEDIATOR));
    keep(RoundState.PARTIAL, round);
  }

  /// Two days before its day something is still missing.
  private void preparing(Plan plan) {
    DemoRound round = drafted(16, null, 2, plan);
    negotiate(round, 16);
    timeline.on(6, () -> round.move(RoundState.PREPARING));
    timeline.on(6, () -> offers.request(offers.of(round.id)));
    timeline.on(5, () -> act(round, "requested", "filed"));
    timeline.on(2, () -> act(round, "filed", "granted"));
    timeline.on(
        1,
        () -> {
          List<UUID> all = offers.of(round.id);
          offers.examine(all.subList(1, all.size()), "fit");
          offers.instrument(all.subList(0, all.size() - 2), "granted", "in-force");
          offers.reconfirm(all.subList(0, all.size() / 2));
        });
    keep(RoundState.PREPARING, round);
  }

  /// Today people are at the line; half of the sheets are typed in.
  private void atTheLine(Plan plan) {
    DemoRound round = executing(0, null, plan, MEDIATOR);
    timeline.on(
        0,
        () -> {
          List<SheetLine> sheets = round.sheets();
          round.save(sheets.subList(0, sheets.size() / 2));
        });
    keep(RoundState.EXECUTING, round);
  }

  /// Their list leaves out two, adds three whom we know, one nobody knows and one of two of a name.
  private void countered(Plan plan) {
    DemoRound round = drafted(9, null, null, plan);
    timeline.on(7, round::propose);
    timeline.on(1, () -> round.answer(this::counter));
    keep(RoundState.COUNTER_PROPOSED, round);
  }

  private List<String> counter(List<String> rows) {
    List<String> theirs = new ArrayList<>(rows);
    for (int i = 0; i < 2; i++) {
      theirs.remove(
          theirs.stream().filter(row -> row.startsWith("1,awaited,")).findFirst().orElseThrow());
    }
    needs.written(needs.free(Category.POW, 3)).forEach(row -> theirs.add("1,awaited," + row));
    theirs.add(UNKNOWN);
    needs.namesakes().forEach(name -> theirs.add("1,awaited," + name + ","));
    return theirs;
  }

  /// Still being put together: a ratio that does not hold yet, one of a family without the other,
  /// reserves, and an asymmetric block that one agency has signed.
  private void drafting(Plan plan) {
    DemoRound round = new DemoRound(office);
    timeline.on(
        1,
        () -> {
          round.open(new RoundTerms(FRAMEWORK, null, null, null, null));
          List<UUID> first = new ArrayList<>(plan.convicted().take(plan.first()));
          first.addAll(needs.free(plan.category(), 4));
          needs.inseparable().stream().limit(1).forEach(first::add);
          Block ratio = round.block(new Block.Terms(1, 2, null, null, null), first);
          round.add(ratio, needs.free(plan.category(), 2), true);
          round.add(ratio, plan.convicted().take(1), true);
          List<UUID> second = new ArrayList<>(plan.captives().take(plan.second()));
          second.addAll(needs.free(Category.MEDIC_CHAPLAIN, 2 * plan.second()));
          String ground = "Вигадана підстава: інша сторона передає медиків без рахунку";
          round.sign(round.block(new Block.Terms(null, null, ground, null, null), second));
        });
    keep(RoundState.DRAFT, round);
  }
}
