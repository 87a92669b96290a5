/// The program: settings, the embedded database, the doors that are open, the commands.
@org.jspecify.annotations.NullMarked
package svoi.app;
