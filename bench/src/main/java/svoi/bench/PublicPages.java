package svoi.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// Where one process shows a person: pages in three languages, the API, search, suggestions.
final class PublicPages {
  private final HttpClient http = HttpClient.newHttpClient();
  private final URI base;

  PublicPages(URI base) {
    this.base = base;
  }

  /// Whether any of the addresses shows the person.
  boolean shows(Withdrawals.Published who) {
    String id = who.profile().toString();
    String name = URLEncoder.encode(who.family(), StandardCharsets.UTF_8);
    return List.of("/uk/profiles/", "/ru/profiles/", "/en/profiles/", "/api/v1/profiles/").stream()
            .anyMatch(path -> get(path + id).statusCode() == 200)
        || get("/api/v1/search?limit=50&q=" + name).body().contains(id)
        || get("/uk/search?q=" + name).body().contains(id);
  }

  HttpResponse<String> get(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(20)).build();
    try {
      return http.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("no answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
