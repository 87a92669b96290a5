package svoi.web;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
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
    headers.all().forEach(header -> answer.setHeader(header.name(), header.value()));
    chain.doFilter(request, response);
  }
}
