/// The anonymous door as sources use it: how long messages, files and coming back take, and whether
/// a program that is killed ever loses a message whose receipt it gave out.
@org.jspecify.annotations.NullMarked
package svoi.bench.contact;
