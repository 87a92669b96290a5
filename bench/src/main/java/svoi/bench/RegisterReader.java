package svoi.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import svoi.bench.Questions.ListQuestion;
import svoi.reference.Reference;

/// One reader of the register's pages, over HTTP.
final class RegisterReader {
  private static final Duration PATIENCE = Duration.ofMinutes(3);

  private final URI site;
  private final Reference reference;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  RegisterReader(URI site, Reference reference) {
    this.site = site;
    this.reference = reference;
  }

  /// Waits until the site has read its profiles.
  ///
  /// @throws IOException if it has no such pages after [#PATIENCE]
  void awaitPages() throws IOException, InterruptedException {
    long start = System.nanoTime();
    while (status("/uk/register") != 200) {
      if (System.nanoTime() - start > PATIENCE.toNanos()) {
        throw new IOException("no register pages");
      }
      Thread.sleep(Duration.ofMillis(200));
    }
  }

  /// Reads `calls` lists; each address has a query, so it comes from no cache.
  ///
  /// @throws IOException if an answer is anything but a page
  Timings read(Questions questions, int calls) throws IOException, InterruptedException {
    Timings timings = new Timings("list page over HTTP");
    for (int i = 0; i < calls; i++) {
      String address = address(questions.list());
      long start = System.nanoTime();
      int status = status(address);
      timings.add(System.nanoTime() - start);
      if (status != 200) {
        throw new IOException(status + " for " + address);
      }
    }
    return timings;
  }

  private String address(ListQuestion asked) {
    StringBuilder address = new StringBuilder("/").append(asked.language().code());
    address.append("/register?sort=").append(asked.sort().name().toLowerCase(Locale.ROOT));
    asked
        .filter()
        .region()
        .ifPresent(iso -> address.append("&region=").append(reference.region(iso).slug()));
    asked.filter().article().ifPresent(number -> address.append("&article=").append(number));
    address.append(asked.filter().withVideo() ? "&video=1" : "");
    address.append(asked.filter().departed() ? "&departed=1" : "");
    asked.before().ifPresent(id -> address.append("&before=").append(id));
    asked.after().ifPresent(id -> address.append("&after=").append(id));
    return address.toString();
  }

  private int status(String address) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(site.resolve(address)).header("Accept-Encoding", "gzip").build();
    return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
  }
}
