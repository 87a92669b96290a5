/// Import of persons, verdicts, consents and texts from a table, through the same services that an
/// editor uses. An import makes drafts and evidence; approvals and verifications in a file count in
/// a demo only (rule 12 of the design).
@org.jspecify.annotations.NullMarked
@org.springframework.modulith.NamedInterface("imports")
package svoi.register.imports;
