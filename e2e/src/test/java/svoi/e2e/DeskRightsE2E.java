package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import svoi.desk.Needs;
import svoi.desk.Open;
import svoi.staff.StaffRole;

/// Every address of the desk, taken from the running program itself, tried by everybody.
class DeskRightsE2E {
  private static final List<Route> ROUTES = routes();
  /// Who ends all their sessions walks no further.
  private static final String ENDS_THE_WALK = "/desk/account/sessions/end";

  private static final Map<StaffRole, String> COOKIES = cookies();

  /// @param path with ids that name nobody
  private record Route(String method, String path, Needs needs) {
    boolean allows(StaffRole role) {
      return needs.value().length == 0
          || Arrays.stream(needs.value()).anyMatch(right -> right.roles().contains(role));
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  private static List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    Program.running()
        .bean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (info, handler) ->
                info.getPatternValues().stream()
                    .filter(pattern -> pattern.equals("/desk") || pattern.startsWith("/desk/"))
                    .forEach(
                        pattern ->
                            add(
                                routes,
                                info.getMethodsCondition().getMethods(),
                                pattern,
                                handler)));
    return List.copyOf(routes);
  }

  private static void add(
      List<Route> routes, Iterable<RequestMethod> methods, String pattern, HandlerMethod handler) {
    Needs needs = handler.getMethodAnnotation(Needs.class);
    assertThat(needs != null ^ handler.hasMethodAnnotation(Open.class))
        .as("%s says either who may come or that everybody may", handler)
        .isTrue();
    if (needs != null) {
      methods.forEach(method -> routes.add(new Route(method.name(), filled(pattern), needs)));
    }
  }

  private static String filled(String pattern) {
    return pattern
        .replaceAll("\\{seq[^/]*", "1")
        .replaceAll("\\{(name|code)[^}]*}", "uk")
        .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
  }

  private static Map<StaffRole, String> cookies() {
    Map<StaffRole, String> cookies = new EnumMap<>(StaffRole.class);
    for (StaffRole role : StaffRole.values()) {
      cookies.put(role, DeskDoor.cookieOf(role));
    }
    return cookies;
  }

  private static int status(Route route, String... headers) {
    String[] all =
        Stream.concat(Stream.of("Sec-Fetch-Site", "same-origin"), Arrays.stream(headers))
            .toArray(String[]::new);
    return Program.running().http().send(route.method(), route.path(), all).status();
  }

  @Test
  void theDeskHasAddresses() {
    assertThat(ROUTES).hasSizeGreaterThan(50);
  }

  @Test
  void nobodyReachesAnythingWithoutSigningIn() {
    assertThat(ROUTES)
        .allSatisfy(route -> assertThat(status(route)).as(route.toString()).isIn(303, 401));
  }

  @ParameterizedTest
  @EnumSource(StaffRole.class)
  void aRoleReachesWhatTheTableNamesAndNothingElse(StaffRole role) {
    assertThat(ROUTES.stream().filter(route -> !route.path().equals(ENDS_THE_WALK)))
        .allSatisfy(
            route -> {
              int status = status(route, "Cookie", Objects.requireNonNull(COOKIES.get(role)));
              if (route.allows(role)) {
                assertThat(status).as("%s as %s", route, role).isNotEqualTo(403).isLessThan(500);
              } else {
                assertThat(status).as("%s as %s", route, role).isEqualTo(403);
              }
            });
  }

  /// Whatever the routes themselves say: who writes and reviews profiles has no business there.
  @ParameterizedTest
  @EnumSource(names = {"AUTHOR", "REVIEWER"})
  void editorsReachNothingOfRoundsNeedsAndReturns(StaffRole editor) {
    List<Route> exchange =
        ROUTES.stream()
            .filter(
                route ->
                    route
                        .path()
                        .matches(
                            "/desk/(rounds|needs|returns|families|offers|requests|answers)(/.*)?"))
            .toList();
    String cookie = Objects.requireNonNull(COOKIES.get(editor));

    assertThat(exchange)
        .hasSizeGreaterThan(40)
        .allSatisfy(
            route ->
                assertThat(status(route, "Cookie", cookie)).as(route.toString()).isEqualTo(403));
  }

  @ParameterizedTest
  @EnumSource(StaffRole.class)
  void everyPageOfAFileHasAnAnswerForEveryRole(StaffRole role) {
    for (String state : List.of("video", "withdrawn", "minor")) {
      String file = "/desk/persons/" + DeskDoor.personOf(Program.running().tour(state));
      assertThat(ROUTES.stream().filter(DeskRightsE2E::isPageOfAFile))
          .isNotEmpty()
          .allSatisfy(
              route -> {
                String path = route.path().replaceFirst("^/desk/persons/[0-9a-f-]{36}", file);
                int status =
                    status(
                        new Route(route.method(), path, route.needs()),
                        "Cookie",
                        Objects.requireNonNull(COOKIES.get(role)));
                assertThat(status).as("%s as %s", path, role).isLessThan(500);
              });
    }
  }

  private static boolean isPageOfAFile(Route route) {
    return route.method().equals("GET") && route.path().matches("/desk/persons/[0-9a-f-]{36}.*");
  }

  @Test
  void anAuthorOfOneAgencyFindsNothingOfTheOthersDraftsWhateverTheAddress() {
    UUID draft = DeskDoor.draftOf("hur");
    String cookie = DeskDoor.cookieOf("Марко Макетенко");

    assertThat(ROUTES.stream().filter(route -> route.path().startsWith("/desk/persons/")))
        .allSatisfy(
            route -> {
              String path =
                  route
                      .path()
                      .replaceFirst("^/desk/persons/[0-9a-f-]{36}", "/desk/persons/" + draft);
              int status = status(new Route(route.method(), path, route.needs()), "Cookie", cookie);
              if (!path.equals("/desk/persons/new")) {
                assertThat(status).as(route.method() + " " + path).isIn(403, 404);
              }
            });
  }
}
