/// Where persons are held: recording it, opening it with need to know or with a written reason, and
/// what the monitor is told of.
@org.jspecify.annotations.NullMarked
package svoi.desk.detention;
