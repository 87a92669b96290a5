/// Acts of consent by scope, the sessions in which they are signed, their verification,
/// reconfirmation and withdrawal.
///
/// Owns the schema `consent`; contract views `v_act`, `v_in_force`, `v_client`, `v_reminder`,
/// `v_session_request`, `v_withdrawal_alarm`. There is no override, and a refusal is not recorded
/// here (R16).
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.ApplicationModule(
    allowedDependencies = {"platform", "audit", "staff", "cases"})
package svoi.consent;
