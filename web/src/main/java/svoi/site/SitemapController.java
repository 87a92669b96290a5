package svoi.site;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import svoi.platform.Language;
import svoi.web.Prose;
import svoi.web.SiteSettings;

/// The sitemap: pages without persons, in all languages. Persons are left out, also those who may
/// be indexed: a list of their pages would be a list of names for whoever asks.
@Controller
final class SitemapController {
  private static final String BEGIN =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
      """;

  private final byte[] sitemap;

  SitemapController(SiteSettings settings) {
    String base = settings.publicUrl().replace("&", "&amp;").replace("<", "&lt;");
    StringBuilder out = new StringBuilder(BEGIN);
    Stream.concat(
            Stream.of("/", "/exchanges", "/exchanges/changes", "/exchanges/reconciliation"),
            Prose.NAMES.stream().map(name -> "/" + name))
        .forEach(path -> add(out, base, path));
    this.sitemap = out.append("</urlset>\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  @GetMapping("/sitemap.xml")
  ResponseEntity<byte[]> sitemap() {
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.APPLICATION_XML, StandardCharsets.UTF_8))
        .header(HttpHeaders.CACHE_CONTROL, "public, max-age=86400")
        .body(sitemap.clone());
  }

  private static void add(StringBuilder out, String base, String path) {
    for (Language language : Language.values()) {
      out.append("<url><loc>").append(base).append('/').append(language.code()).append(path);
      out.append("</loc>\n");
      for (Language other : Language.values()) {
        link(out, other.code(), base + "/" + other.code() + path);
      }
      link(out, "x-default", base + path);
      out.append("</url>\n");
    }
  }

  private static void link(StringBuilder out, String language, String href) {
    out.append("<xhtml:link rel=\"alternate\" hreflang=\"").append(language);
    out.append("\" href=\"").append(href).append("\"/>\n");
  }
}
