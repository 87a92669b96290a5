package svoi.consent;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import svoi.cases.Detentions;
import svoi.cases.NeedToKnow;
import svoi.cases.PersonId;
import svoi.staff.Member;
import svoi.staff.Right;
import svoi.staff.StaffRole;

/// What a member has to do with a person now, as far as it means to know where the person is held.
public final class Errands {
  private static final String SESSION =
      """
      SELECT EXISTS (SELECT FROM consent.session s
                     WHERE s.person_id = ? AND s.led_by = ? AND s.signed_at IS NULL)
          OR EXISTS (SELECT FROM consent.v_session_request r
                     WHERE r.person_id = ? AND r.answered_at IS NULL)
      """;
  private static final String TO_VERIFY =
      """
      SELECT EXISTS (SELECT FROM consent.act a WHERE a.person_id = ? AND a.verified_at IS NULL
                     AND a.ended_at IS NULL AND a.valid_until >= platform.today())
      """;
  private static final String TO_RECONFIRM =
      "SELECT EXISTS (SELECT FROM consent.v_reminder r WHERE r.person_id = ?)";

  private final JdbcClient jdbc;
  private final Detentions detentions;

  public Errands(JdbcClient jdbc, Detentions detentions) {
    this.jdbc = jdbc;
    this.detentions = detentions;
  }

  /// Why the member needs to know where the person is held; empty if there is no reason. The caller
  /// has checked the reach.
  public Optional<NeedToKnow> of(Member member, PersonId person) {
    if (member.is(StaffRole.MONITOR)) {
      return Optional.of(NeedToKnow.MONITOR);
    }
    if (member.may(Right.LEAD_SESSIONS) && hasSession(member, person)) {
      return Optional.of(NeedToKnow.SESSION);
    }
    if (hasTask(member, person)) {
      return Optional.of(NeedToKnow.VERIFICATION);
    }
    return detentions.isLiaisonOfPlace(member, person)
        ? Optional.of(NeedToKnow.LIAISON)
        : Optional.empty();
  }

  private boolean hasSession(Member member, PersonId person) {
    return jdbc.sql(SESSION)
        .params(person.value(), member.id().value(), person.value())
        .query(Boolean.class)
        .single();
  }

  private boolean hasTask(Member member, PersonId person) {
    return (member.may(Right.VERIFY_CONSENTS) && isTrue(TO_VERIFY, person))
        || (member.may(Right.RECONFIRM_CONSENTS) && isTrue(TO_RECONFIRM, person));
  }

  private boolean isTrue(String question, PersonId person) {
    return jdbc.sql(question).param(person.value()).query(Boolean.class).single();
  }
}
