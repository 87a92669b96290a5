package svoi.desk;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/// Hands controllers the member that [DeskGate] let in.
final class OfficerArgument implements HandlerMethodArgumentResolver {
  static final String ATTRIBUTE = "svoi.officer";

  static Optional<Officer> of(HttpServletRequest request) {
    return request.getAttribute(ATTRIBUTE) instanceof Officer officer
        ? Optional.of(officer)
        : Optional.empty();
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Officer.class;
  }

  @Override
  public Officer resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    HttpServletRequest asked =
        java.util.Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
    return of(asked).orElseThrow(() -> new IllegalStateException("nobody is signed in"));
  }
}
