package svoi.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/// Puts the headers on everything that passes through the servlet layer, errors included.
final class HeadersFilter implements Filter {
  private final Headers headers;

  HeadersFilter(Headers headers) {
    this.headers = headers;
  }

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletResponse answer = (HttpServletResponse) response;
    headers
        .at(path((HttpServletRequest) request))
        .forEach(h -> answer.setHeader(h.name(), h.value()));
    chain.doFilter(request, response);
  }

  /// The path by which a page is found, so that no other spelling of it goes without its headers.
  private static String path(HttpServletRequest request) {
    String found = request.getServletPath();
    return Headers.isContact(found) ? found : request.getRequestURI();
  }
}
