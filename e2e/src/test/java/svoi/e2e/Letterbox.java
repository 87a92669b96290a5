package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A source without a browser, who leaves nothing on this machine: what is found on its disks was
/// written by the program.
final class Letterbox {
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
  private static final Pattern WORDS =
      Pattern.compile("<ol class=\"words\" id=\"receipt\".*?</ol>", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("<li>([^<]+)</li>");
  private static final Pattern DIGITS = Pattern.compile("\\d{5}(?: \\d{5}){5}");
  private static final String PART = "--frontier\r\nContent-Disposition: form-data; name=\"";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI door = Program.running().base().resolve("/contact/uk");

  /// What came back with a receipt.
  record Receipt(List<String> words, String digits) {
    String text() {
      return String.join(" ", words);
    }
  }

  /// @param fields besides those that every form has
  /// @param size of the file's content
  Receipt send(Map<String, String> fields, String file, Supplier<InputStream> content, long size)
      throws IOException, InterruptedException {
    Matcher token = TOKEN.matcher(post("step=form&for=know"));
    assertThat(token.find()).isTrue();
    Map<String, String> all = new LinkedHashMap<>();
    all.put("step", "send");
    all.put("for", "know");
    all.put("token", token.group(1));
    all.putAll(fields);
    String page = post(all, file, content, size);
    Matcher words = WORDS.matcher(page);
    Matcher digits = DIGITS.matcher(page);
    assertThat(words.find()).as(page).isTrue();
    assertThat(digits.find()).isTrue();
    return new Receipt(
        WORD.matcher(words.group()).results().map(one -> one.group(1)).toList(), digits.group());
  }

  /// The page under a receipt.
  String enter(Receipt receipt) throws IOException, InterruptedException {
    return post("step=enter&receipt=" + URLEncoder.encode(receipt.text(), StandardCharsets.UTF_8));
  }

  private String post(
      Map<String, String> fields, String file, Supplier<InputStream> content, long size)
      throws IOException, InterruptedException {
    String typed =
        fields.entrySet().stream()
            .map(field -> PART + field.getKey() + "\"\r\n\r\n" + field.getValue() + "\r\n")
            .collect(Collectors.joining());
    byte[] head =
        (typed + PART + "file\"; filename=\"" + file + "\"\r\n\r\n")
            .getBytes(StandardCharsets.UTF_8);
    byte[] tail = "\r\n--frontier--\r\n".getBytes(StandardCharsets.UTF_8);
    BodyPublisher body =
        BodyPublishers.concat(
            BodyPublishers.ofByteArray(head),
            BodyPublishers.ofInputStream(content),
            BodyPublishers.ofByteArray(tail));
    return answer(
        "multipart/form-data; boundary=frontier",
        BodyPublishers.fromPublisher(body, head.length + size + tail.length));
  }

  private String post(String form) throws IOException, InterruptedException {
    return answer("application/x-www-form-urlencoded", BodyPublishers.ofString(form));
  }

  private String answer(String type, BodyPublisher body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(door)
            .timeout(Duration.ofMinutes(5))
            .header("Content-Type", type)
            .POST(body)
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }
}
