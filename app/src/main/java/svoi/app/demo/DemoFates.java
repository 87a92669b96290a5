package svoi.app.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// What became known of awaited persons outside of rounds: ends of captivity, records that were one
/// person, and the steps of unconditional returns.
final class DemoFates {
  private static final String END =
      """
      INSERT INTO exchange.awaited_event (awaited_id, state, evidence_sha256, recorded_by, agency)
      SELECT id, :state, sha256(convert_to('invented evidence of ' || id, 'UTF8')), :by, :agency
      FROM unnest(:ids) AS x (id)
      """;
  private static final String MERGE =
      """
      INSERT INTO exchange.awaited_merge (id, kept_id, merged_id, ground, proposed_by)
      SELECT gen_random_uuid(), kept, merged, 'Те саме ім’я та дата народження, різні джерела', :by
      FROM unnest(:kept, :merged) AS x (kept, merged)
      """;
  private static final String CONFIRM_MERGES =
      """
      UPDATE exchange.awaited_merge SET outcome = 'confirmed', decided_by = :by
      WHERE merged_id = ANY (:merged) AND outcome IS NULL
      """;
  private static final String OPEN =
      """
      INSERT INTO exchange.return_case (id, awaited_id, opened_by, agency)
      SELECT gen_random_uuid(), id, :by, :agency FROM unnest(:ids) AS x (id)
      """;
  private static final String STEP =
      """
      INSERT INTO exchange.return_step (return_id, state, through, evidence_sha256, recorded_by, agency)
      SELECT c.id, :state,
             CASE WHEN :state NOT IN ('closed', 'refused')
                  THEN (ARRAY['ombudsman', 'icrc', 'third-state', 'medical-commission'])[1 + row_number() OVER (ORDER BY c.id) % 4] END,
             CASE :state WHEN 'returned' THEN sha256(convert_to('invented evidence of ' || c.id, 'UTF8')) END, :by, :agency
      FROM exchange.return_case c WHERE c.awaited_id = ANY (:ids)
      """;

  /// Where the ways of returns branch; each person goes one of them.
  private static final List<List<String>> WAYS =
      List.of(
          List.of(),
          List.of("asked"),
          List.of("asked", "agreed"),
          List.of("asked", "refused"),
          List.of("asked", "refused", "asked"),
          List.of("asked", "agreed", "travelling"),
          List.of("asked", "agreed", "travelling", "returned"),
          List.of("asked", "agreed", "returned"),
          List.of("asked", "closed"));

  private final DemoOffice office;

  DemoFates(DemoOffice office) {
    this.office = office;
  }

  /// Ends captivity or the search for these.
  void end(List<UUID> awaited, String state) {
    office.run(END, Map.of("ids", DemoOffice.array(awaited), "state", state));
  }

  /// Proposes that records are one person; all but the last few are confirmed by another member.
  void merge(List<UUID> kept, List<UUID> twins) {
    office.run(MERGE, Map.of("kept", DemoOffice.array(kept), "merged", DemoOffice.array(twins)));
    List<UUID> sure = twins.subList(0, twins.size() * 3 / 4);
    office.run(DemoOffice.SECOND, CONFIRM_MERGES, Map.of("merged", DemoOffice.array(sure)));
  }

  /// Plans the returns of children and the gravely wounded: some in each state.
  void returns(DemoTimeline timeline, List<UUID> awaited) {
    timeline.on(
        90, () -> office.run(DemoOffice.RETURNS, OPEN, Map.of("ids", DemoOffice.array(awaited))));
    int longest = WAYS.stream().mapToInt(List::size).max().orElseThrow();
    for (int step = 0; step < longest; step++) {
      int number = step;
      timeline.on(75 - 15 * step, () -> step(awaited, number));
    }
  }

  private void step(List<UUID> awaited, int number) {
    for (String state :
        WAYS.stream().filter(w -> w.size() > number).map(w -> w.get(number)).distinct().toList()) {
      List<UUID> those = new ArrayList<>();
      for (int i = 0; i < awaited.size(); i++) {
        List<String> way = WAYS.get(i % WAYS.size());
        if (way.size() > number && way.get(number).equals(state)) {
          those.add(awaited.get(i));
        }
      }
      office.run(DemoOffice.RETURNS, STEP, Map.of("ids", DemoOffice.array(those), "state", state));
    }
  }
}
