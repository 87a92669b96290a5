/// The log of what staff read and did, for the monitor; who looked at a person.
@org.jspecify.annotations.NullMarked
package svoi.desk.audit;
