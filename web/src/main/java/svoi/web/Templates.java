package svoi.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import java.util.Map;

/// Turns a view into the bytes of a page.
///
/// A template gets one record `view` and the messages `t`; it shows and never decides.
public final class Templates {
  private static final String PACKAGE = "svoi.templates";

  /// About one page, so that most are written into one piece of memory.
  private static final int PAGE = 16_384;

  private final TemplateEngine engine =
      TemplateEngine.createPrecompiled(
          null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);

  /// The finished page in UTF-8.
  ///
  /// @param template path below `src/main/jte`, without its ending: `site/home`
  public byte[] render(String template, Object view, Messages t) {
    Utf8ByteOutput out = new Utf8ByteOutput(PAGE);
    engine.render(template + ".jte", Map.of("view", view, "t", t), out);
    return out.toByteArray();
  }
}
