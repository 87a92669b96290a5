package svoi.register.imports;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import svoi.cases.CaseFile;
import svoi.cases.Person;
import svoi.consent.Scope;
import svoi.consent.Session;
import svoi.consent.Verification;
import svoi.platform.Language;
import svoi.staff.Member;

/// A row that could be read: everything typed, nothing decided.
///
/// @param scopes consents on the sheet; empty if there is no sheet
/// @param approvers reviewers named in the file; they count in a demo only
/// @param publish whether the row asks for publication, or is kept as a draft
record ImportRow(
    int line,
    Person person,
    CaseFile file,
    Set<Scope> scopes,
    Optional<Session> session,
    Optional<Verification> verification,
    Optional<String> photo,
    Optional<Video> video,
    Map<Language, String> texts,
    Member author,
    Set<Member> approvers,
    boolean publish) {

  /// @param base file name without ending
  record Video(String base, int seconds) {}
}
