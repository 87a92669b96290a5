package svoi.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import svoi.intake.CaseContainer.Facts;
import svoi.intake.Said.SentFile;

/// A thread as a text to be read on the machine without a network, in the words of the command
/// line. Signs that a terminal would obey are taken out.
///
/// @param basis of a hold, if there is one
record ThreadText(
    Facts facts,
    Card card,
    List<Said> said,
    Optional<Agreed> agreed,
    Optional<String> basis,
    List<Referral> referrals) {
  private static final String UNREADABLE =
      "THIS ANSWER CAN'T BE READ, and the source can't read it either: it was not sealed with this"
          + "\ncase's key. The source was told that it will be sent again. Write it again with"
          + "\n./svoi desk-key answer, and ask who brought it: the server's log knows.";

  ThreadText {
    said = List.copyOf(said);
    referrals = List.copyOf(referrals);
  }

  String text() {
    StringBuilder text = new StringBuilder();
    line(text, "Case %s, as it was on %s".formatted(name(facts.caseId()), facts.exported()));
    line(
        text,
        "Came in the week of %s; %s".formatted(facts.received(), facts.open() ? "open" : "closed"));
    line(
        text,
        "The server erases it on %s: destroy this copy on that day.".formatted(facts.erased()));
    text.append('\n');
    about(text);
    said.forEach(message -> message(text, message));
    agreed.ifPresent(a -> agreed(text, a));
    basis.ifPresent(
        b -> line(text, "%n== Kept past its day, on this basis%n%s".formatted(inside(b))));
    referrals.forEach(r -> referral(text, r));
    return harmless(text.toString());
  }

  private void about(StringBuilder text) {
    Circumstances about = card.about();
    line(
        text,
        "Audience: %s%s".formatted(about.audience().code(), about.minor() ? ", under 18" : ""));
    line(text, "Urgency: %s".formatted(about.urgency().code()));
    line(text, "Answer in: %s".formatted(about.language().code()));
    line(text, "Form: %s".formatted(about.form()));
    if (about.notBefore() != null) {
      line(text, "DO NOT ANSWER BEFORE %s".formatted(about.notBefore()));
    }
    line(text, "The other thread of the pair: %s".formatted(name(card.twin())));
    if (card.decoy() && said.isEmpty()) {
      line(
          text,
          "%nThis is the thread of the second receipt. Nobody used it: nothing to read."
              .formatted());
    } else if (card.decoy()) {
      line(text, "%nWRITTEN WITH THE RECEIPT FOR DURESS: the source may not be free.".formatted());
    }
  }

  private static void message(StringBuilder text, Said message) {
    String who = message.bySource() ? "the source" : "the desk";
    line(text, "%n== %d, %s, %s".formatted(message.seq(), who, message.day()));
    line(text, message.readable() ? inside(message.text()) : UNREADABLE);
    for (int n = 0; n < message.files().size(); n++) {
      SentFile file = message.files().get(n);
      String name = SafeNames.of(message.seq(), n + 1, file.name());
      line(text, "[file %s, %d bytes, said to be %s]".formatted(name, file.size(), file.type()));
    }
  }

  private static void agreed(StringBuilder text, Agreed a) {
    line(
        text,
        ("%n== What was agreed%nClause: %s%nOffered: %s%nBy: %s%nAuthority: %s%nCounsel: %s%n"
                + "Outcome: %s, %s")
            .formatted(
                a.clause(),
                a.offered(),
                a.by(),
                a.authority(),
                a.counsel(),
                a.outcome().name().toLowerCase(Locale.ROOT),
                a.month()));
  }

  private static void referral(StringBuilder text, Referral r) {
    line(text, "%n== Passed on to %s, %s, agreed in %d".formatted(r.to(), r.day(), r.agreedIn()));
    line(text, inside(r.text()));
  }

  /// Set in, so that no line of a text looks like a heading of ours.
  private static String inside(String words) {
    return words.indent(2).stripTrailing();
  }

  /// As the desk's pages name a case.
  private static String name(java.util.UUID id) {
    return id.toString().substring(0, 8);
  }

  private static void line(StringBuilder text, String line) {
    text.append(line).append('\n');
  }

  private static String harmless(String text) {
    StringBuilder clean = new StringBuilder();
    text.codePoints().map(ThreadText::harmless).forEach(clean::appendCodePoint);
    return clean.toString();
  }

  private static int harmless(int c) {
    boolean obeyed = Character.isISOControl(c) || Character.getType(c) == Character.FORMAT;
    return obeyed && c != '\n' && c != '\t' ? 0xfffd : c;
  }
}
