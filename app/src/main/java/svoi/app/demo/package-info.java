/// The invented persons of a demo and the guided tour over their states.
@org.jspecify.annotations.NullMarked
package svoi.app.demo;
