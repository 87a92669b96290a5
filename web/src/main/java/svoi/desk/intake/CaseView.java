package svoi.desk.intake;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import svoi.desk.DeskView;
import svoi.desk.Frame;
import svoi.desk.Typed;
import svoi.intake.Agreed;
import svoi.intake.Inbox;
import svoi.intake.Referral;
import svoi.intake.Said;
import svoi.intake.Stories;
import svoi.intake.Vaults;
import svoi.intake.Waiting;

/// One thread.
///
/// @param now today at the desk
/// @param answer what was typed as an answer
/// @param typed what was typed into any other form
public record CaseView(
    Frame frame, Inbox.Conversation read, Beside beside, LocalDate now, Typed answer, Typed typed)
    implements DeskView {
  private static final int LONGEST_NAME = 60;

  /// What the page shows besides the thread.
  ///
  /// @param snippets that fit it
  /// @param reviewed when a lawyer read the snippets; empty if nobody did
  /// @param otherDesks that take messages and to which it may go
  /// @param addressees to whom something is often passed on
  /// @param me the member who reads
  /// @param names of the members of the desk
  public record Beside(
      List<Snippet> snippets,
      Optional<LocalDate> reviewed,
      List<String> otherDesks,
      Vaults.State vault,
      List<Stories.Other> stories,
      List<Referral> referrals,
      List<Addressee> addressees,
      UUID me,
      Map<UUID, String> names) {
    public Beside {
      snippets = List.copyOf(snippets);
      otherDesks = List.copyOf(otherDesks);
      stories = List.copyOf(stories);
      referrals = List.copyOf(referrals);
      addressees = List.copyOf(addressees);
      names = Map.copyOf(names);
    }

    public String name(UUID member) {
      return names.getOrDefault(member, member.toString().substring(0, 8));
    }
  }

  /// Somebody to whom words may be passed on.
  ///
  /// @param name in the source's language
  public record Addressee(String code, String name) {}

  /// An answer that was written before it was needed.
  ///
  /// @param name in the officer's language
  public record Snippet(String id, String name) {}

  public Waiting about() {
    return read.about();
  }

  public String path() {
    return "/desk/intake/cases/" + about().id();
  }

  /// Whether the source asked not to be answered yet.
  public boolean isTooEarly() {
    LocalDate day = about().about().notBefore();
    return day != null && day.isAfter(now);
  }

  /// What stands in the form of what was agreed: what was typed, else what is recorded, so that one
  /// thing can be changed without typing all.
  public Typed agreed() {
    return read.agreed()
        .filter(recorded -> !typed.fields().contains("outcome"))
        .map(CaseView::form)
        .orElse(typed);
  }

  private static Typed form(Agreed recorded) {
    return Typed.filled(
        Map.of(
            "clause", recorded.clause(),
            "offered", recorded.offered(),
            "by", recorded.by(),
            "authority", recorded.authority(),
            "counsel", recorded.counsel(),
            "outcome", recorded.outcome().name().toLowerCase(Locale.ROOT)));
  }

  /// Whether this member may agree to the hold that somebody asked for.
  public boolean mayConfirm() {
    return read.hold()
        .filter(h -> h.confirmedBy().isEmpty() && !h.askedBy().equals(beside.me()))
        .isPresent();
  }

  /// Whether this member asked for the vault, or its opening is theirs.
  public boolean isMine(Vaults.Opening opening) {
    return opening.askedBy().equals(beside.me());
  }

  /// Messages in which the source may have agreed to something that the desk asked.
  public List<Said> mayAgree() {
    int asked =
        read.said().stream()
            .filter(s -> !s.bySource() && s.readable())
            .mapToInt(Said::seq)
            .min()
            .orElse(Integer.MAX_VALUE);
    return read.said().stream().filter(s -> s.bySource() && s.seq() > asked).toList();
  }

  /// The beginning of a message, to tell it from others.
  public static String beginning(Said said) {
    String line = said.text().replaceAll("\\s+", " ").strip();
    return line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME) + "…" : line;
  }

  /// What the sender called a file, without signs that could mislead.
  public static String fileName(Said.SentFile file) {
    String plain = file.name().replaceAll("[\\p{Cntrl}\\p{Cf}]", " ").strip();
    return plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) + "…" : plain;
  }

  /// Whole kibibytes, at least one.
  public static long kib(Said.SentFile file) {
    return Math.max(1, file.size() / 1024);
  }
}
