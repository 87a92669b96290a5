package svoi.bench.contact;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Somebody who writes through the anonymous door with what a browser without scripts would send.
final class Source {
  private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
  private static final Pattern RECEIPT =
      Pattern.compile("<ol class=\"words\" id=\"receipt\".*?</ol>", Pattern.DOTALL);
  private static final Pattern WORD = Pattern.compile("<li>([^<]+)</li>");
  private static final String LINE = "--frontier\r\nContent-Disposition: form-data; name=\"";

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI door;

  Source(URI base) {
    this.door = base.resolve("/contact/uk");
  }

  /// Something to send along.
  ///
  /// @param content opened once
  record File(String name, InputStream content, long size) {}

  /// The program said no, or nothing.
  static final class NotTaken extends IOException {
    private static final long serialVersionUID = 1;

    NotTaken(String why) {
      super(why);
    }
  }

  /// Writes a first message in two requests: the form, and the message.
  ///
  /// @return nine words
  String send(String text) throws IOException, InterruptedException {
    return send(form("text", text), BodyPublishers.noBody(), 0);
  }

  /// The same with a file.
  String send(String text, File file) throws IOException, InterruptedException {
    String head =
        form("text", text)
            + LINE
            + "file\"; filename=\""
            + file.name()
            + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
    return send(head, BodyPublishers.ofInputStream(file::content), file.size());
  }

  private String form(String name, String value) throws IOException, InterruptedException {
    Matcher token = TOKEN.matcher(post("step=form&for=know").body());
    if (!token.find()) {
      throw new NotTaken("no form");
    }
    return field("step", "send")
        + field("for", "know")
        + field("token", token.group(1))
        + field(name, value);
  }

  private static String field(String name, String value) {
    return LINE + name + "\"\r\n\r\n" + value + "\r\n";
  }

  private String send(String head, BodyPublisher file, long size)
      throws IOException, InterruptedException {
    byte[] first = head.getBytes(StandardCharsets.UTF_8);
    byte[] last = ((size > 0 ? "\r\n" : "") + "--frontier--\r\n").getBytes(StandardCharsets.UTF_8);
    BodyPublisher body =
        BodyPublishers.concat(
            BodyPublishers.ofByteArray(first), file, BodyPublishers.ofByteArray(last));
    HttpRequest request =
        HttpRequest.newBuilder(door)
            .timeout(Duration.ofMinutes(5))
            .header("Content-Type", "multipart/form-data; boundary=frontier")
            .POST(BodyPublishers.fromPublisher(body, first.length + size + last.length))
            .build();
    HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
    Matcher list = RECEIPT.matcher(answer.body());
    if (answer.statusCode() != 200 || !list.find()) {
      throw new NotTaken("answer " + answer.statusCode());
    }
    return WORD.matcher(list.group())
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.joining(" "));
  }

  /// Comes back with a receipt in two requests: the page that asks for it, and its answer.
  HttpResponse<String> enter(String receipt) throws IOException, InterruptedException {
    HttpResponse<String> _ = post("step=return");
    return answer(receipt);
  }

  /// What stands under a receipt.
  HttpResponse<String> answer(String receipt) throws IOException, InterruptedException {
    String encoded = java.net.URLEncoder.encode(receipt, StandardCharsets.UTF_8);
    return post("step=enter&receipt=" + encoded);
  }

  private HttpResponse<String> post(String form) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(door)
            .timeout(Duration.ofMinutes(1))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  /// Bytes of a page as a browser gets them, compressed.
  int size(String page) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(door.resolve(page)).header("Accept-Encoding", "gzip").build();
    return http.send(request, BodyHandlers.ofByteArray()).body().length;
  }
}
