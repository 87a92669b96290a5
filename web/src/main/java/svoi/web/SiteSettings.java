package svoi.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Who runs this installation and where it is reached.
///
/// @param name of the project, shown in Russian in every language
/// @param institutions one sentence naming who runs it; empty in a demo, which never claims to be
///     the state's site
/// @param publicUrl scheme and host as readers type them, without a slash at the end
@ConfigurationProperties("svoi.site")
public record SiteSettings(
    @DefaultValue("Хочу к своим") String name,
    @DefaultValue("") String institutions,
    @DefaultValue("http://localhost:8080") String publicUrl) {
  public SiteSettings {
    publicUrl =
        publicUrl.endsWith("/") ? publicUrl.substring(0, publicUrl.length() - 1) : publicUrl;
  }
}
