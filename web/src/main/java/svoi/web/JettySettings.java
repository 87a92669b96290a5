package svoi.web;

import java.time.Duration;
import org.eclipse.jetty.ee11.servlet.ErrorPageErrorHandler;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.webapp.AbstractConfiguration;
import org.eclipse.jetty.ee11.webapp.WebAppContext;
import org.eclipse.jetty.server.AbstractConnector;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/// Sets the server up: ready pages first, small limits, errors without a word about the inside.
final class JettySettings
    implements WebServerFactoryCustomizer<JettyServletWebServerFactory>, Ordered {
  /// No header of an honest browser without cookies is longer.
  private static final int HEADER_BYTES = 8 * 1024;

  /// The largest form is that of the desk's three texts side by side; messages and files have
  /// addresses of their own.
  private static final int FORM_BYTES = 256 * 1024;

  private static final int FORM_KEYS = 100;

  private final FastPages fast;
  private final Headers headers;
  private final Duration idle;

  /// @param idle how long a connection may say nothing
  JettySettings(FastPages fast, Headers headers, Duration idle) {
    this.fast = fast;
    this.headers = headers;
    this.idle = idle;
  }

  /// After the framework's own customizers, whose defaults are larger.
  @Override
  public int getOrder() {
    return Ordered.LOWEST_PRECEDENCE;
  }

  @Override
  public void customize(JettyServletWebServerFactory factory) {
    factory.addConfigurations(new QuietErrors(headers));
    factory.addServerCustomizers(this::set);
  }

  private void set(Server server) {
    for (Connector connector : server.getConnectors()) {
      if (connector instanceof AbstractConnector timed) {
        timed.setIdleTimeout(idle.toMillis());
      }
      connector.getConnectionFactories().stream()
          .filter(HttpConfiguration.ConnectionFactory.class::isInstance)
          .map(HttpConfiguration.ConnectionFactory.class::cast)
          .forEach(http -> set(http.getHttpConfiguration()));
    }
    for (ServletContextHandler context : server.getDescendants(ServletContextHandler.class)) {
      context.setMaxFormContentSize(FORM_BYTES);
      context.setMaxFormKeys(FORM_KEYS);
    }
    server.setErrorHandler(new ServerErrors(headers));
    fast.setHandler(server.getHandler());
    server.setHandler(fast);
  }

  private static void set(HttpConfiguration http) {
    http.setRequestHeaderSize(HEADER_BYTES);
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
  }

  /// Puts our handler in the place of the context's, with the error pages that it knew.
  private static final class QuietErrors extends AbstractConfiguration {
    private final Headers headers;

    QuietErrors(Headers headers) {
      super(new AbstractConfiguration.Builder());
      this.headers = headers;
    }

    @Override
    public void configure(WebAppContext context) {
      ContextErrors errors = new ContextErrors(headers);
      if (context.getErrorHandler() instanceof ErrorPageErrorHandler known) {
        errors.setErrorPages(known.getErrorPages());
      }
      context.setErrorHandler(errors);
    }
  }
}
