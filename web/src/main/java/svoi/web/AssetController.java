package svoi.web;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/// Gives out stylesheets, fonts and the icon, and the two files at the root that browsers and
/// crawlers ask for by themselves.
@Controller
final class AssetController {
  private static final String FOR_EVER = "public, max-age=31536000, immutable";
  private static final String A_DAY = "public, max-age=86400";

  private final Assets assets;
  private final byte[] robots;

  AssetController(Assets assets, SiteSettings settings) {
    this.assets = assets;
    String text = new String(Assets.read("robots.txt"), StandardCharsets.UTF_8);
    this.robots =
        (text.stripTrailing() + "\nSitemap: " + settings.publicUrl() + "/sitemap.xml\n")
            .getBytes(StandardCharsets.UTF_8);
  }

  /// A file under the hash of another version (of the node beside this one, while a new version is
  /// coming in) is given, but not kept.
  @GetMapping("/assets/{hash:[0-9a-f]{12}}/{name}")
  ResponseEntity<byte[]> asset(
      HttpServletRequest request, @PathVariable String hash, @PathVariable String name) {
    Asset asset =
        assets.find(name).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return answer(request, asset, asset.hash().equals(hash) ? FOR_EVER : "no-cache");
  }

  @GetMapping("/favicon.ico")
  ResponseEntity<byte[]> icon(HttpServletRequest request) {
    return answer(request, assets.find("icon.svg").orElseThrow(), A_DAY);
  }

  @GetMapping("/robots.txt")
  ResponseEntity<byte[]> robots() {
    return ResponseEntity.ok()
        .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
        .header(HttpHeaders.CACHE_CONTROL, A_DAY)
        .body(robots.clone());
  }

  private static ResponseEntity<byte[]> answer(
      HttpServletRequest request, Asset asset, String cacheControl) {
    ReadyBytes form = asset.page().in(Encoding.choose(wish(request, asset)));
    HttpHeaders headers = new HttpHeaders();
    headers.set(HttpHeaders.CACHE_CONTROL, cacheControl);
    headers.set(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
    headers.set(HttpHeaders.ETAG, form.tag());
    if (Collections.list(request.getHeaders(HttpHeaders.IF_NONE_MATCH)).stream()
        .anyMatch(line -> EntityTags.named(line, form.tag()))) {
      return new ResponseEntity<>(headers, HttpStatus.NOT_MODIFIED);
    }
    headers.set(HttpHeaders.CONTENT_TYPE, asset.page().contentType().getValue());
    headers.set(HttpHeaders.CONTENT_DISPOSITION, "inline");
    if (form.encoding() != Encoding.IDENTITY) {
      headers.set(HttpHeaders.CONTENT_ENCODING, form.encoding().token);
    }
    return new ResponseEntity<>(form.bytes(), headers, HttpStatus.OK);
  }

  /// Fonts are compressed already.
  private static String wish(HttpServletRequest request, Asset asset) {
    return asset.name().endsWith(".woff2")
        ? ""
        : Optional.ofNullable(request.getHeader(HttpHeaders.ACCEPT_ENCODING)).orElse("");
  }
}
