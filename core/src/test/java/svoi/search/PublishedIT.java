package svoi.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import svoi.consent.Scope;
import svoi.platform.DatabaseClock;
import svoi.platform.Language;
import svoi.platform.Role;
import svoi.platform.TestDatabase;
import svoi.register.ProfileId;
import svoi.register.PublishedPerson;

class PublishedIT {
  private static final List<String> FAMILIES =
      List.of(
          "Ґанкенко",
          "Гавкенко",
          "Євгенко",
          "Еталоненко",
          "Їжаченко",
          "Іграшкенко",
          "Йотенко",
          "Ялинкенко",
          "Ющенятко");

  private static TestDatabase database;
  private static Published published;
  private static List<ProfileId> ids;

  @BeforeAll
  static void create() {
    database = TestDatabase.create();
    ids = new ArrayList<>();
    for (String family : FAMILIES) {
      ids.add(PublishedPerson.in(database).named(family).create().profile());
    }
    ids.add(
        PublishedPerson.in(database)
            .named("Якоренко")
            .in("UA-46")
            .consenting(Scope.EXCHANGE, Scope.TEXT, Scope.SEARCH_ENGINES)
            .create()
            .profile());
    published = new Published(database.as(Role.SITE), new DatabaseClock());
    published.everythingChanged();
  }

  @AfterAll
  static void drop() {
    database.close();
  }

  @Test
  void sortsNamesByTheUkrainianAlphabet() {
    List<ProfileId> sorted = all(Sort.NAME, Language.UK, 50);

    assertThat(sorted.stream().map(id -> family(id)))
        .containsExactly(
            "Гавкенко",
            "Ґанкенко",
            "Еталоненко",
            "Євгенко",
            "Іграшкенко",
            "Їжаченко",
            "Йотенко",
            "Ющенятко",
            "Якоренко",
            "Ялинкенко");
  }

  @Test
  void pagesForwardAndBackWithoutLossOrRepetition() {
    for (Sort sort : Sort.values()) {
      assertThat(all(sort, Language.RU, 3)).containsExactlyElementsOf(all(sort, Language.RU, 50));
    }
    Listing second = page(Optional.empty(), Optional.of(all(Sort.NAME, Language.UK, 50).get(2)));
    Listing back = page(second.before(), Optional.empty());

    assertThat(second.first()).isEqualTo(4);
    assertThat(back.first()).isEqualTo(1);
    assertThat(back.ids()).isEqualTo(all(Sort.NAME, Language.UK, 50).subList(0, 3));
  }

  @Test
  void countsEachChoiceUnderTheOtherFilters() {
    Filter lviv = new Filter(Optional.of("UA-46"), Optional.empty(), false, false);
    Listing listing =
        published.list(lviv, Sort.NEWEST, Language.UK, Optional.empty(), Optional.empty(), 5);

    assertThat(listing.total()).isEqualTo(1);
    assertThat(listing.byRegion()).containsEntry("UA-63", 9).containsEntry("UA-46", 1);
    assertThat(listing.byArticle()).containsEntry("111", 1);
  }

  @Test
  void putsOnTheHomePageOnlyThoseWhoConsentedToIt() {
    assertThat(published.newest(10)).containsExactly(ids.getLast());
  }

  @Test
  void findsThePublishedHoweverTheNameIsTyped() {
    for (String query : Set.of("Якоренко", "тест якоренко", "Yakorenko", "Zrjhtyrj", "Якоренком")) {
      assertThat(found(published, query)).as(query).containsExactly(ids.getLast());
    }
  }

  @Test
  void theBeginningOfANameIsOnlyNearIt() {
    Found<ProfileId> found = published.search("якор", Filter.ALL, 5);

    assertThat(found.matches()).isEmpty();
    assertThat(found.similar()).extracting(Match::id).containsExactly(ids.getLast());
  }

  @Test
  void findsNobodyForWordsThatAreNotThere() {
    for (String query : Set.of("Відсутненко", "якоренко відсутній", "", "  ", "123", "’")) {
      assertThat(found(published, query)).as(query).isEmpty();
    }
  }

  @Test
  void aFilterNarrowsASearch() {
    Filter lviv = new Filter(Optional.of("UA-46"), Optional.empty(), false, false);
    Filter kharkiv = new Filter(Optional.of("UA-63"), Optional.empty(), false, false);

    assertThat(published.search("Якоренко", lviv, 5).matches()).hasSize(1);
    assertThat(published.search("Якоренко", kharkiv, 5).matches()).isEmpty();
  }

  @Test
  void comparesWholeFamilyNamesWhileTheIndexIsBeingRead() {
    Published unread = new Published(database.as(Role.SITE), new DatabaseClock());

    for (String query : Set.of("Якоренко", "якоренко тест", "YAKORENKO")) {
      assertThat(found(unread, query)).as(query).containsExactly(ids.getLast());
    }
    assertThat(found(unread, "Якор")).isEmpty();
    assertThat(unread.search("Якоренко", Filter.ALL, 5).complete()).isFalse();
    assertThat(published.search("Якоренко", Filter.ALL, 5).complete()).isTrue();
  }

  private static List<ProfileId> found(Published where, String query) {
    return where.search(query, Filter.ALL, 5).matches().stream().map(Match::id).toList();
  }

  private static List<ProfileId> all(Sort sort, Language language, int size) {
    List<ProfileId> found = new ArrayList<>();
    Optional<ProfileId> after = Optional.empty();
    do {
      Listing page = published.list(Filter.ALL, sort, language, Optional.empty(), after, size);
      found.addAll(page.ids());
      after = page.after();
    } while (after.isPresent());
    return found;
  }

  private static Listing page(Optional<ProfileId> before, Optional<ProfileId> after) {
    return published.list(Filter.ALL, Sort.NAME, Language.UK, before, after, 3);
  }

  private static String family(ProfileId id) {
    return new svoi.register.PublicRegister(database.as(Role.SITE).jdbc())
        .profile(id)
        .orElseThrow()
        .names()
        .familyUk();
  }
}
