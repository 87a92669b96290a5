package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole way through the anonymous door in w3m: advice, message with a file, receipt and its
/// check, coming back, adding, deletion.
class TextBrowserContactE2E {
  private static final String TEXT = "вигадане слово з текстового браузера";
  private static final Pattern WORD = Pattern.compile("(\\d)\\. ?(\\p{L}{4,7})(?!\\p{L})");
  private static final Pattern ASKED = Pattern.compile("Слово (\\d).*?Слово (\\d)");

  private static final String DOOR = Program.running().base() + "/contact/uk";

  @TempDir private Path home;

  @Test
  void w3mCanDoTheWholeJourney() throws IOException {
    Path file = Files.writeString(home.resolve("note.txt"), "вигадка");
    String[] words;
    try (Terminal w3m = new Terminal(home, DOOR, TEXT)) {
      w3m.follow("Я знаю про", "Презумпція").follow("Прочитано", "Я хочу повідомити факти");
      w3m.write("Ваші слова").press("/Файли\r\t\r" + file + "\r");
      words = words(w3m.follow("Надіслати й", "Дев’ять слів").see("9."));

      Matcher asked = ASKED.matcher(w3m.follow("Квитанцію збережено", "Перевірка").see("Слово"));
      assertThat(asked.find()).isTrue();
      fill(w3m, words, asked.group(1));
      fill(w3m, words, asked.group(2));
      w3m.follow("Перевірити", "Ваша розмова").follow("Ваша розмова", "Відповіді ще немає");
      assertThat(w3m.see("Дописати")).contains(TEXT);
      w3m.write("Дописати").follow("Надіслати", "Надіслано");
      assertThat(w3m.see("Дописати")).containsSubsequence(TEXT, TEXT);
    }
    String receipt = String.join(" ", words);
    try (Terminal w3m = new Terminal(home, DOOR, receipt)) {
      assertThat(cameBack(w3m, "Ваша розмова")).containsSubsequence(TEXT, TEXT);
      w3m.follow("Стерти все", "Так, стерти").follow("Так, стерти", "Розмови більше немає");
    }
    try (Terminal w3m = new Terminal(home, DOOR, receipt)) {
      assertThat(cameBack(w3m, "Тут нічого немає")).doesNotContain(TEXT);
    }
  }

  private static String cameBack(Terminal w3m, String expected) throws IOException {
    w3m.press("/Ввести квитанцію\r\r").see("або тридцять цифр");
    return w3m.write("або тридцять цифр").follow("Відкрити розмову", expected).see(expected);
  }

  private static void fill(Terminal w3m, String[] words, String number) throws IOException {
    String word = words[Integer.parseInt(number) - 1];
    w3m.press("/Слово " + number + "\r\t\r" + word + "\r").see(word);
  }

  private static String[] words(String screen) {
    String[] words = new String[9];
    Matcher word = WORD.matcher(screen);
    while (word.find()) {
      words[Integer.parseInt(word.group(1)) - 1] = word.group(2);
    }
    assertThat(words).doesNotContainNull();
    return words;
  }
}
