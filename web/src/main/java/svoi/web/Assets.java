package svoi.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import svoi.platform.Language;
import svoi.platform.Sha256;

/// Stylesheets, fonts, the icon and the scripts, read once at the start.
///
/// Each lies at an address with the hash of its content, so browsers may keep it for ever. There
/// are two forms of the one stylesheet: with fonts of our own, and without, for readers whose
/// provider cuts connections after a few kilobytes.
public final class Assets {
  /// Twelve hexadecimal digits: no two versions of a file will share them.
  private static final int HASH = 12;

  private static final Freshness YEAR = new Freshness.General(Duration.ofDays(365));

  private static final List<String> FONTS =
      List.of(
          "onest-cyrillic-400-700.woff2",
          "onest-latin-400-700.woff2",
          "source-serif-4-cyrillic-600.woff2",
          "source-serif-4-latin-600.woff2");

  private final Map<String, Asset> byName = new LinkedHashMap<>();

  public Assets() {
    for (String font : FONTS) {
      add(font, "font/woff2", read("fonts/" + font));
    }
    add("OFL-Onest.txt", "text/plain;charset=utf-8", read("fonts/OFL-Onest.txt"));
    add("OFL-SourceSerif4.txt", "text/plain;charset=utf-8", read("fonts/OFL-SourceSerif4.txt"));
    add("icon.svg", "image/svg+xml", read("icon.svg"));
    add("suggest.js", "text/javascript;charset=utf-8", read("suggest.js"));
    add("desk.css", "text/css;charset=utf-8", read("desk.css"));
    add("preview.css", "text/css;charset=utf-8", read("preview.css"));
    add("desk.js", "text/javascript;charset=utf-8", read("desk.js"));
    byte[] style = read("site.css");
    add("plain.css", "text/css;charset=utf-8", style);
    add("site.css", "text/css;charset=utf-8", together(fontFaces(), style));
  }

  /// The address of an asset.
  ///
  /// @throws IllegalArgumentException if there is none of that name
  public String url(String name) {
    return find(name).orElseThrow(() -> new IllegalArgumentException("no asset " + name)).url();
  }

  /// The stylesheet for pages in that language: Russian ones go with the fonts of the system.
  public String stylesheet(Language language) {
    return url(language == Language.RU ? "plain.css" : "site.css");
  }

  /// Names of all fonts.
  List<String> fonts() {
    return FONTS;
  }

  /// Fonts that the first screen needs at once.
  List<String> preloads(Language language) {
    return switch (language) {
      case UK -> List.of(url("onest-cyrillic-400-700.woff2"));
      case RU -> List.of();
      case EN -> List.of(url("onest-latin-400-700.woff2"));
    };
  }

  Optional<Asset> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  private void add(String name, String type, byte[] content) {
    String hash = Sha256.hex(Sha256.of(content)).substring(0, HASH);
    byName.put(name, new Asset(name, hash, ReadyPage.kept(type, content, YEAR, true)));
  }

  private byte[] fontFaces() {
    String faces = new String(read("fonts.css"), StandardCharsets.UTF_8);
    for (String font : FONTS) {
      faces = faces.replace("fonts/" + font, url(font));
    }
    return faces.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] together(byte[] first, byte[] second) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(first.length + second.length);
    out.writeBytes(first);
    out.writeBytes(second);
    return out.toByteArray();
  }

  static byte[] read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream("/static/" + name)) {
      if (in == null) {
        throw new IllegalStateException("static/" + name + " is missing");
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
