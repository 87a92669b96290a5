package svoi.intake;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import svoi.audit.AuditSink;
import svoi.intake.CaseKey.Part;
import svoi.intake.DeskCases.OpenCase;
import svoi.platform.Database;

/// Conversations of one desk that tell the same story: found by comparing in memory what was
/// opened, linked by an officer, never merged. Links are sealed in both cases.
public final class Stories {
  /// Opening one takes a millisecond; a desk with more looks among those of the last weeks.
  static final int MOST_COMPARED = 500;

  private static final int MOST_LINKS = 50;

  /// Fifty links fit: the row says whether there is one, not how many.
  private static final int SEALED_LINKS = 1024;

  private static final int MOST_SHOWN = 5;

  private final Database desk;
  private final Threads threads;
  private final DeskRepository rows;
  private final DeskCases cases;
  private final CaseLog log;

  /// @param desk the way to the database under the desk's role
  public Stories(Database desk, IntakeStore store, IntakeSecrets secrets, AuditSink audit) {
    this.desk = desk;
    this.threads = new Threads(desk, store);
    this.rows = new DeskRepository(desk.jdbc());
    this.cases = new DeskCases(rows, store.erasure());
    this.log = new CaseLog(secrets, audit);
  }

  /// Another conversation.
  ///
  /// @param receivedWeek its Monday
  public record Other(UUID id, Audience audience, LocalDate receivedWeek) {
    private static Other of(OpenCase open) {
      return new Other(open.row().id(), open.card().about().audience(), open.row().receivedWeek());
    }
  }

  /// One that may tell the same.
  ///
  /// @param words that both have and few others
  public record Likely(Other other, List<String> words) {
    public Likely {
      words = List.copyOf(words);
    }

    @Override
    public String toString() {
      return "likely";
    }
  }

  /// What a look found.
  ///
  /// @param likely the likeliest first
  /// @param compared with how many conversations
  /// @param all whether those were all that are open
  public record Found(List<Likely> likely, int compared, boolean all) {
    public Found {
      likely = List.copyOf(likely);
    }
  }

  /// Those linked with a case that was read, as far as this member can read them.
  public List<Other> linked(Unlocked member, UUID id) {
    List<Other> others = new ArrayList<>();
    for (UUID other : links(cases.find(member, id))) {
      if (rows.find(member.staff(), other).isPresent()) {
        others.add(Other.of(cases.find(member, other)));
      }
    }
    return others;
  }

  /// Links two of one desk, both ways.
  ///
  /// @throws IntakeRefused if they are one, or of two desks, or there are too many links
  public void link(Unlocked member, UUID id, UUID other) {
    change(member, id, other, "link-story", true);
  }

  /// Undoes it, both ways.
  public void unlink(Unlocked member, UUID id, UUID other) {
    change(member, id, other, "unlink-story", false);
  }

  /// Compares what the source wrote with what the sources of all open conversations of the desk
  /// wrote. The log says that all of them were read.
  public Found look(Unlocked member, UUID id) {
    OpenCase open = cases.find(member, id);
    List<OpenCase> compared =
        cases.of(member, open.row().desk()).open().stream()
            .filter(c -> c.row().open() && !c.card().decoy())
            .filter(c -> !c.row().id().equals(id) && !c.row().id().equals(open.card().twin()))
            .sorted(Comparator.comparing((OpenCase c) -> c.row().receivedWeek()).reversed())
            .toList();
    List<OpenCase> bounded = compared.subList(0, Math.min(MOST_COMPARED, compared.size()));
    Map<OpenCase, Shingles> texts = new LinkedHashMap<>();
    bounded.forEach(c -> texts.put(c, shingles(c)));
    List<Likely> likely =
        Shingles.likely(shingles(open), texts, MOST_SHOWN).stream()
            .map(match -> new Likely(Other.of(match.to()), match.words()))
            .toList();
    List<UUID> read = bounded.stream().map(c -> c.row().id()).collect(Collectors.toList());
    read.add(id);
    log.note(member, "look-for-story", read, "");
    return new Found(likely, bounded.size(), bounded.size() == compared.size());
  }

  private Shingles shingles(OpenCase open) {
    return new Shingles(
        threads.read(open.key()).stream()
            .filter(Said::bySource)
            .map(Said::text)
            .collect(Collectors.joining("\n")));
  }

  private void change(Unlocked member, UUID id, UUID other, String act, boolean linked) {
    OpenCase one = cases.find(member, id);
    OpenCase two = cases.find(member, other);
    boolean pair = id.equals(other) || one.card().twin().equals(other);
    if (pair || !one.row().desk().equals(two.row().desk())) {
      throw new IntakeRefused(IntakeRefused.Reason.GONE);
    }
    desk.inTransaction(
        () -> {
          List.of(id, other).stream().sorted().forEach(rows::lock);
          change(one, other, linked);
          change(two, id, linked);
          log.note(member, act, List.of(id, other), "");
          return true;
        });
  }

  private void change(OpenCase open, UUID other, boolean linked) {
    Set<UUID> links = new LinkedHashSet<>(links(open));
    boolean changed = linked ? links.add(other) : links.remove(other);
    if (!changed || links.size() > MOST_LINKS) {
      throw new IntakeRefused(IntakeRefused.Reason.ALREADY_DONE);
    }
    UUID id = open.row().id();
    if (links.isEmpty()) {
      rows.forgetStories(id);
      return;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    links.forEach(link -> bytes.writeBytes(Bytes.of(link)));
    rows.tell(id, open.key().seal(Part.STORIES, 0, bytes.toByteArray(), SEALED_LINKS));
  }

  private List<UUID> links(OpenCase open) {
    return rows.stories(open.row().id())
        .map(body -> open.key().open(Part.STORIES, 0, body))
        .map(Stories::ids)
        .orElse(List.of());
  }

  private static List<UUID> ids(byte[] bytes) {
    List<UUID> ids = new ArrayList<>();
    for (int start = 0; start < bytes.length; start += 16) {
      ids.add(Bytes.id(java.util.Arrays.copyOfRange(bytes, start, start + 16)));
    }
    return ids;
  }
}
