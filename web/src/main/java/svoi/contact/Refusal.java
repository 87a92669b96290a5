package svoi.contact;

import java.util.List;
import svoi.intake.IntakeRefused;
import svoi.intake.IntakeUnavailable;
import svoi.web.Messages;

/// Why something was not taken, in words that say what to do and whether anything was kept.
///
/// @param code stable, for example `contact.rule.text_required`: the key of its words, too
/// @param status of the answer
/// @param values names and values of the words
public record Refusal(String code, int status, List<Object> values) {
  private static final int UNFIT = 422;
  private static final int AGAIN = 409;
  private static final int LATER = 503;
  private static final String RULE = "contact.rule.";

  public Refusal {
    values = List.copyOf(values);
  }

  /// Something typed does not fit.
  static Refusal of(String rule, Object... values) {
    return new Refusal(RULE + rule, UNFIT, List.of(values));
  }

  /// The form was sent already, or is too old.
  static Refusal used() {
    return new Refusal(RULE + "form_used", AGAIN, List.of());
  }

  /// Id of the field that it is about; empty if it is about all of them.
  public String field() {
    return switch (code.substring(code.lastIndexOf('.') + 1)) {
      case "text_required", "text_too_long" -> "text";
      case "file_empty", "file_too_large", "too_many_files" -> "file";
      case "not_before_past", "not_before_too_far", "not_before_unreadable" -> "not-before";
      default -> "";
    };
  }

  static Refusal tooMany() {
    return new Refusal(RULE + "too_many", 429, List.of());
  }

  static Refusal tooLarge() {
    return new Refusal("contact.page.413", 413, List.of());
  }

  static Refusal of(IntakeRefused refused) {
    return of(
        switch (refused.reason()) {
          case NOTHING_SENT -> "text_required";
          case TEXT_TOO_LONG -> "text_too_long";
          case THREAD_FULL -> "thread_full";
          case FILE_TOO_LARGE -> "file_too_large";
          case TOO_MANY_FILES -> "too_many_files";
          case UPLOAD_BROKEN -> "upload_broken";
          case GONE,
              WRONG_KEY,
              NO_MEMBER,
              SAME_PERSON,
              KEY_CHANGED,
              NOT_CERTIFIED,
              PASSPHRASE_TOO_SHORT,
              HOLD_WITHOUT_END,
              ALREADY_DONE,
              TOO_EARLY,
              SHARES_DO_NOT_FIT,
              TOO_MANY_TRIES,
              VAULT_NEEDS_TWO,
              VAULT_CLOSED,
              NOT_AGREED,
              STATEMENT_WRONG,
              KEY_OFFLINE,
              ANSWER_WRONG,
              ANSWER_OUTDATED ->
              throw refused;
        });
  }

  static Refusal of(IntakeUnavailable unavailable) {
    return switch (unavailable.reason()) {
      case BUSY -> new Refusal("contact.busy.kept", LATER, List.of());
      case DISK -> new Refusal(RULE + "no_room", LATER, List.of());
      case DATABASE, ERASURE_STORE -> new Refusal(RULE + "unavailable", LATER, List.of());
      case NO_DESK -> new Refusal("contact.closed.text", LATER, List.of());
    };
  }

  /// The words.
  public String text(Messages t) {
    return t.get(code, values.toArray());
  }
}
