package svoi.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import svoi.intake.CarriedCase;
import svoi.intake.Damaged;
import svoi.intake.DeskKeyFile;
import svoi.intake.IntakeRefused;
import svoi.intake.SealedAnswer;
import svoi.platform.Kyiv;

/// `./svoi desk-key open` and `answer`: a case of an offline desk is read and answered on the
/// machine that has its key.
final class CarriedCaseCommand {
  private CarriedCaseCommand() {}

  static int open(Path container, Path keyFile, Path out) throws IOException {
    DeskKeyFile key = DeskKeyCommand.key(keyFile);
    OwnFiles.absent(out);
    try (CarriedCase carried = opened(container, key)) {
      List<String> lost = carried.writeTo(out);
      System.out.println(out.resolve("thread.txt"));
      lost.forEach(name -> System.err.println(name + " was lost on the server."));
      System.err.println(
          "The server erases this case on "
              + carried.erased()
              + ". On that day destroy "
              + container
              + " and "
              + out
              + ": nothing else of it will be left.");
      return 0;
    } catch (Damaged e) {
      throw damaged(container);
    }
  }

  static int answer(Path container, Path keyFile, Path textFile, Path out) throws IOException {
    DeskKeyFile key = DeskKeyCommand.key(keyFile);
    OwnFiles.absent(out);
    String text = OwnFiles.read(textFile).strip();
    try (CarriedCase carried = opened(container, key)) {
      SealedAnswer answer = carried.answer(text, LocalDate.now(Kyiv.ZONE));
      OwnFiles.create(out, answer.text());
      System.out.println(out + "  message " + answer.seq() + ", to Offline desks, Bring an answer");
      return 0;
    } catch (Damaged e) {
      throw damaged(container);
    } catch (IntakeRefused e) {
      throw new Refusal(words(e, textFile));
    }
  }

  private static CarriedCase opened(Path container, DeskKeyFile key) throws IOException {
    if (!Files.exists(container)) {
      throw new NoSuchFileException(container.toString());
    }
    if (!CarriedCase.isFor(container, key)) {
      throw new Refusal(
          container + " is sealed to another key. Take the key that the desk's list names.");
    }
    return CarriedCase.open(container, key);
  }

  private static Refusal damaged(Path container) {
    return new Refusal(
        container
            + " is not what the desk exported: it was cut or changed on the way. Nothing was written."
            + " Export the case again.");
  }

  private static String words(IntakeRefused refused, Path textFile) {
    return switch (refused.reason()) {
      case TOO_EARLY ->
          "The source asked not to be answered yet; thread.txt names the day. Nothing was written.";
      case NOTHING_SENT -> textFile + " is empty. Nothing was written.";
      case TEXT_TOO_LONG -> textFile + " is longer than 64 KiB. Nothing was written.";
      default -> refused.code();
    };
  }
}
