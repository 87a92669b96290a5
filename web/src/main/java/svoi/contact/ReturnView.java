package svoi.contact;

import java.util.Optional;

/// Coming back with a receipt.
public record ReturnView(Frame frame, String typed, Optional<Refusal> refusal) {
  @Override
  public String toString() {
    return "return";
  }
}
