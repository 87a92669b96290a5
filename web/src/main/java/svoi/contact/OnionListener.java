package svoi.contact;

import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.ProxyConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.springframework.boot.jetty.servlet.JettyServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;

/// A port on this machine to which Tor brings the visitors of the onion service. Each connection
/// begins with the number of its circuit in the form of an address (PROXY protocol, version 1), so
/// that one circuit can't spend the budget of all; who is behind it is known to nobody.
final class OnionListener
    implements WebServerFactoryCustomizer<JettyServletWebServerFactory>, Ordered {
  private final int port;

  OnionListener(int port) {
    this.port = port;
  }

  /// Before the settings that hold for every port.
  @Override
  public int getOrder() {
    return 0;
  }

  @Override
  public void customize(JettyServletWebServerFactory factory) {
    if (port != 0) {
      factory.addServerCustomizers(this::add);
    }
  }

  private void add(Server server) {
    ServerConnector tor =
        new ServerConnector(server, new ProxyConnectionFactory(), new HttpConnectionFactory());
    tor.setHost("127.0.0.1");
    tor.setPort(port);
    server.addConnector(tor);
  }
}
