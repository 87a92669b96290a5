package svoi.contact;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of the anonymous door.
///
/// @param exit the ordinary page elsewhere to which "Leave" leads
/// @param onion scheme and host of the same door as an onion service; empty if there is none
/// @param onionPort port on this machine for Tor alone, with the PROXY protocol; 0 if there is none
@ConfigurationProperties("svoi.contact")
public record ContactSettings(
    @DefaultValue("https://www.google.com/") String exit,
    @DefaultValue("") String onion,
    @DefaultValue("0") int onionPort) {
  public ContactSettings {
    if (!exit.startsWith("https://")) {
      throw new IllegalArgumentException("svoi.contact.exit must begin with https://");
    }
    onion = onion.endsWith("/") ? onion.substring(0, onion.length() - 1) : onion;
  }
}
