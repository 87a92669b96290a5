/// Consents at the desk: sessions, verification, withdrawal and its record, cards, the paper form.
@org.jspecify.annotations.NullMarked
package svoi.desk.consents;
