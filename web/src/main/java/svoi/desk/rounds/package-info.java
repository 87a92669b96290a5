/// Rounds at the desk: from the first draft to the announcement.
@org.jspecify.annotations.NullMarked
package svoi.desk.rounds;
