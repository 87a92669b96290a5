package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import svoi.app.demo.DemoStaff;

/// The log at the desk: the monitor reads it and leaves a trace, nobody else does.
class AuditE2E {
  private final People.Person person = People.withMedia();

  @Test
  void theMonitorSeesWhoLookedAtAPersonAndLeavesATraceOfLooking() {
    Member monitor = new Member("monitor");
    String looks = "/desk/persons/" + person.id() + "/looks";

    assertThat(monitor.get(looks).statusCode()).isEqualTo(200);
    assertThat(monitor.get(looks).body()).contains("audit.looks", "register.import");
    assertThat(monitor.get("/desk/audit?action=audit.looks&person=" + person.id()).body())
        .contains("audit.looks", person.id().toString());
    assertThat(monitor.get("/desk/audit?action=audit.read").body()).contains("audit.read");
  }

  @Test
  void othersAreRefused() {
    for (String role : new String[] {"hur-author", "sbu-reviewer", "verifier", "administrator"}) {
      Member member = new Member(role);

      assertThat(member.get("/desk/audit").statusCode()).isEqualTo(403);
      assertThat(member.get("/desk/audit/1").statusCode()).isEqualTo(403);
      assertThat(member.get("/desk/persons/" + person.id() + "/looks").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void anEntryIsOpenedAndOneThatIsNotThereIsNot() {
    Member monitor = new Member("monitor");

    assertThat(monitor.get("/desk/audit/1").statusCode()).isEqualTo(200);
    assertThat(monitor.get("/desk/audit/999999999").statusCode()).isEqualTo(404);
    assertThat(monitor.get("/desk/audit/0").statusCode()).isEqualTo(404);
    assertThat(monitor.get("/desk/persons/" + UUID.randomUUID() + "/looks").statusCode())
        .isEqualTo(404);
  }

  @Test
  void wrongInputComesBackAsItWasTyped() {
    HttpResponse<String> answer =
        new Member("monitor").get("/desk/audit?person=not-an-id&from=2026-12-31&until=2026-01-01");

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("value=\"not-an-id\"", "value=\"2026-12-31\"");
  }

  @Test
  void aPageIsSmallAndTheNextOneFollows() {
    Member monitor = new Member("monitor");
    HttpResponse<String> first = monitor.get("/desk/audit");

    assertThat(first.body().length()).isLessThan(60_000);
    String older = first.body().replaceAll("(?s).*rel=\"next\" href=\"([^\"]+)\".*", "$1");
    assertThat(older).startsWith("/desk/audit?before=");
    assertThat(monitor.get(older).statusCode()).isEqualTo(200);
    assertThat(monitor.get(older).body()).doesNotContain(">" + newest(first) + "</a>");
  }

  private static String newest(HttpResponse<String> page) {
    return page.body().replaceFirst("(?s).*?/desk/audit/(\\d+)\".*", "$1");
  }

  /// One of the demo's invented members, signed in.
  private static final class Member {
    private final HttpClient http =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI base = Program.running().base();

    Member(String key) {
      post("/desk/demo", "member=" + DemoStaff.id(key).value() + "&to=/desk");
    }

    HttpResponse<String> get(String path) {
      return send(HttpRequest.newBuilder(base.resolve(path)));
    }

    HttpResponse<String> post(String path, String form) {
      return send(
          HttpRequest.newBuilder(base.resolve(path))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("Sec-Fetch-Site", "same-origin")
              .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
      try {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }
}
