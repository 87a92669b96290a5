/// Tests of the whole program as readers and enemies meet it: one program and one browser for all.
@org.jspecify.annotations.NullMarked
package svoi.e2e;
