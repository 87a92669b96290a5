/// The area of those who may be offered: who is available on a day, what stands between, legal
/// instruments, the question about a fear of return, equal treatment.
@org.jspecify.annotations.NullMarked
package svoi.desk.offers;
