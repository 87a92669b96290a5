/// Members of staff as an administrator sees them: accounts, roles, invitations, never content.
@org.jspecify.annotations.NullMarked
package svoi.desk.people;
