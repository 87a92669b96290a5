package svoi.e2e;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.platform.Role;

/// Finds invented persons of the demo by what the tests need of them.
final class People {
  private static final String KEPT_FOR_THE_TOUR =
      "SELECT id, person_id, family_uk, family_ru, family_latin FROM register.v_profile";

  private static final JdbcClient SITE = Program.running().as(Role.SITE).jdbc();

  private People() {}

  /// A published person.
  record Person(UUID profile, UUID id, String familyUk, String familyRu, String familyLatin) {}

  static Person of(UUID profile) {
    return one(" WHERE id = '" + profile + "'");
  }

  /// Someone with picture and video who is not part of the tour.
  static Person withMedia() {
    return one(
        " WHERE photo_id IS NOT NULL AND video_id IS NOT NULL AND left_on IS NULL AND id NOT IN ("
            + "'%s', '%s')"
                .formatted(Program.running().tour("published"), Program.running().tour("video"))
            + " ORDER BY id LIMIT 1");
  }

  /// Someone who consented to be found by search engines, or someone who did not.
  static Person indexable(boolean consented) {
    return one(" WHERE indexable = " + consented + " ORDER BY id LIMIT 1");
  }

  /// Someone of that Ukrainian given name, published and not gone.
  static Person called(String givenUk) {
    return one(" WHERE given_uk = '%s' AND left_on IS NULL ORDER BY id LIMIT 1".formatted(givenUk));
  }

  /// Someone whose Ukrainian family name ends so.
  static Person endingIn(String end) {
    return one(" WHERE family_uk LIKE '%" + end + "' AND left_on IS NULL ORDER BY id LIMIT 1");
  }

  /// The commonest Ukrainian given name of a region, which is named as in addresses.
  static String givenNameIn(String region) {
    return SITE.sql(
            "SELECT given_uk FROM register.v_profile "
                + "WHERE region = (SELECT iso FROM reference.v_region WHERE slug = ?) GROUP BY given_uk ORDER BY count(*) DESC LIMIT 1")
        .param(region)
        .query(String.class)
        .single();
  }

  /// Surnames that nobody bears, made of those that somebody does by another ending.
  static List<String> surnamesOfNobody() {
    return SITE.sql(
            "SELECT DISTINCT regexp_replace(family_uk, '(енко|ець|ний|ова)$', 'чик') FROM register.v_profile "
                + "WHERE family_uk ~ '(енко|ець|ний|ова)$' ORDER BY 1 LIMIT 60")
        .query(String.class)
        .list();
  }

  /// The one who will be gone first when nothing happens but time.
  static Person firstToGo() {
    return one(" WHERE visible_until IS NOT NULL ORDER BY visible_until LIMIT 1");
  }

  /// Addresses of the files of a published person.
  static List<String> media(UUID profile) {
    return SITE.sql(
            "SELECT asset_id, name FROM register.v_media WHERE profile_id = ? ORDER BY name")
        .param(profile)
        .query((row, n) -> "/media/" + row.getString("asset_id") + "/" + row.getString("name"))
        .list();
  }

  private static Person one(String where) {
    return SITE.sql(KEPT_FOR_THE_TOUR + where)
        .query(
            (row, n) ->
                new Person(
                    row.getObject("id", UUID.class),
                    row.getObject("person_id", UUID.class),
                    row.getString("family_uk"),
                    row.getString("family_ru"),
                    row.getString("family_latin")))
        .single();
  }
}
