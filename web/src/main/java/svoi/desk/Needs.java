package svoi.desk;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import svoi.staff.Right;

/// The rights of which a member must have one to reach this address.
///
/// Whether the file that the address names is within reach is asked by the controller.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Needs {
  /// Any one of these is enough; none: every signed-in member.
  Right[] value();

  /// Whether a passkey must have been used within the last five minutes.
  boolean stepUp() default false;
}
