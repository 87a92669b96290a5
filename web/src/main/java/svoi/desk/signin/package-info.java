/// Signing in to the desk: passkeys, invitations, recovery, own sessions.
@org.jspecify.annotations.NullMarked
package svoi.desk.signin;
