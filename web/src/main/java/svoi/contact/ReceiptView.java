package svoi.contact;

import java.util.List;
import java.util.Optional;
import svoi.intake.Receipt;
import svoi.platform.Language;

/// The receipt, once, and the second one if it was wished.
///
/// @param shown language of the words
/// @param until day on which everything is erased if nobody says a word, in words; empty when the
///     receipt is shown again
/// @param session whether the conversation is open, so that two words can be asked for
/// @param refusal why it is shown again
public record ReceiptView(
    Frame frame,
    Language shown,
    List<String> words,
    String digits,
    Optional<Second> second,
    Optional<String> until,
    boolean session,
    Optional<Refusal> refusal) {
  public ReceiptView {
    words = List.copyOf(words);
  }

  /// The receipt under duress.
  public record Second(List<String> words, String digits) {
    static Second of(Receipt receipt, Language shown) {
      return new Second(receipt.words(shown), String.join(" ", receipt.digits()));
    }

    @Override
    public String toString() {
      return "receipt";
    }
  }

  @Override
  public String toString() {
    return "receipt";
  }
}
