package svoi.web;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The headers that every answer carries: pages, media, errors, and those of ready pages.
public final class Headers {
  /// One header with its only value.
  public record Header(String name, String value) {}

  private static final String CONTENT_SECURITY_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self'; "
          + "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
          + "frame-ancestors 'none'";

  /// Every feature that browsers know and that pages here don't need; an unknown name would only
  /// fill their consoles. Full screen and picture in picture stay with the page's own video.
  private static final String PERMISSIONS_POLICY =
      Stream.of(
              "accelerometer",
              "autoplay",
              "camera",
              "clipboard-read",
              "display-capture",
              "encrypted-media",
              "geolocation",
              "gyroscope",
              "hid",
              "idle-detection",
              "local-fonts",
              "magnetometer",
              "microphone",
              "midi",
              "payment",
              "publickey-credentials-get",
              "screen-wake-lock",
              "serial",
              "usb",
              "web-share",
              "xr-spatial-tracking")
          .map(feature -> feature + "=()")
          .reduce("fullscreen=(self), picture-in-picture=(self)", (all, one) -> all + ", " + one);

  /// No script at all, nothing but our own style: pages of people who stay anonymous.
  private static final String CONTACT_SECURITY_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; "
          + "frame-ancestors 'none'; base-uri 'none'";

  private static final String CONTACT_PERMISSIONS_POLICY =
      PERMISSIONS_POLICY.replace("(self)", "()");

  private static final List<Header> ALWAYS = with(CONTENT_SECURITY_POLICY, PERMISSIONS_POLICY);

  private static final List<Header> CONTACT =
      with(CONTACT_SECURITY_POLICY, CONTACT_PERMISSIONS_POLICY);

  /// What open data carry instead: pages of other sites may show and read them.
  static final List<Header> OPEN =
      List.of(
          new Header("Cross-Origin-Resource-Policy", "cross-origin"),
          new Header("Access-Control-Allow-Origin", "*"));

  /// One year, this host only: a name below it may belong to another service.
  private static final Header STRICT_TRANSPORT =
      new Header("Strict-Transport-Security", "max-age=31536000");

  private final List<Header> all;
  private final List<Header> contact;

  /// @param tls whether visitors reach this installation by HTTPS only
  public Headers(boolean tls) {
    this.all = tls ? Stream.concat(ALWAYS.stream(), Stream.of(STRICT_TRANSPORT)).toList() : ALWAYS;
    this.contact =
        tls ? Stream.concat(CONTACT.stream(), Stream.of(STRICT_TRANSPORT)).toList() : CONTACT;
  }

  public List<Header> all() {
    return all;
  }

  /// The headers of an answer at that path: the anonymous door has stricter ones.
  public List<Header> at(@Nullable String path) {
    return isContact(path) ? contact : all;
  }

  static boolean isContact(@Nullable String path) {
    return path != null && (path.equals("/contact") || path.startsWith("/contact/"));
  }

  private static List<Header> with(String contentPolicy, String permissions) {
    return List.of(
        new Header("Content-Security-Policy", contentPolicy),
        new Header("Cross-Origin-Opener-Policy", "same-origin"),
        new Header("Cross-Origin-Resource-Policy", "same-origin"),
        new Header("Referrer-Policy", "no-referrer"),
        new Header("Permissions-Policy", permissions),
        new Header("X-Content-Type-Options", "nosniff"));
  }
}
