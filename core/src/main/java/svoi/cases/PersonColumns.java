package svoi.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.names.Latin;

/// The columns of a person in statements that write one and in results that hold one.
final class PersonColumns {
  private PersonColumns() {}

  /// Binds sex, names in both languages and in Latin letters, birth, citizenship, custody and the
  /// two marks of a combatant, in this order.
  static JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql, Person person) {
    return sql.param(person.sex())
        .param(person.familyUk())
        .param(person.givenUk())
        .param(person.patronymicUk())
        .param(person.familyRu())
        .param(person.givenRu())
        .param(person.patronymicRu())
        .param(Latin.of(person.familyUk()))
        .param(Latin.of(person.givenUk()))
        .param(person.bornOn())
        .param(person.citizen())
        .param(person.custodyFrom())
        .param(person.custodyUntil())
        .param(person.prisonerOfWar())
        .param(person.enemyServiceman());
  }

  static Person read(ResultSet row) throws SQLException {
    return new Person(
        Objects.requireNonNull(row.getString("sex")),
        row.getString("family_uk"),
        row.getString("given_uk"),
        row.getString("patronymic_uk"),
        row.getString("family_ru"),
        row.getString("given_ru"),
        row.getString("patronymic_ru"),
        row.getObject("born_on", LocalDate.class),
        row.getBoolean("citizen"),
        row.getObject("custody_from", LocalDate.class),
        row.getObject("custody_until", LocalDate.class),
        row.getBoolean("prisoner_of_war"),
        row.getBoolean("enemy_serviceman"),
        row.getObject("died_on", LocalDate.class),
        row.getObject("left_on", LocalDate.class));
  }
}
