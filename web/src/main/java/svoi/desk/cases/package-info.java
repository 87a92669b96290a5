/// Persons and their proceedings as officers enter, find, correct and merge them.
@org.jspecify.annotations.NullMarked
package svoi.desk.cases;
