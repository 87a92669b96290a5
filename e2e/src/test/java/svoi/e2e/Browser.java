package svoi.e2e;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// One Chromium of the system for all tests, without any traffic of its own.
final class Browser {
  private static final List<String> QUIET =
      List.of(
          "--disable-gpu",
          "--disable-quic",
          "--no-first-run",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--disable-features=" + String.join(",", unused()));

  private static final com.microsoft.playwright.Browser CHROMIUM = launch();

  private Browser() {}

  /// The window around the page: nobody sees it, but its parts are pages themselves and took half
  /// of a visit's time. Of several such lists the last counts, so Playwright's own is here too.
  private static List<String> unused() {
    return List.of(
        "InitialWebUI",
        "PreloadTopChromeWebUI",
        "WebUIOmniboxAimPopup",
        "WebUIOmniboxPopup",
        "WebUIReloadButton",
        "AvoidUnnecessaryBeforeUnloadCheckSync",
        "BlockOriginHeaderModificationOnRedirect",
        "BoundaryEventDispatchTracksNodeRemoval",
        "DestroyProfileOnBrowserClose",
        "DialMediaRouteProvider",
        "GlobalMediaControls",
        "HttpsUpgrades",
        "LensOverlay",
        "MediaRouter",
        "OptimizationHints",
        "PaintHolding",
        "ThirdPartyStoragePartitioning",
        "Translate");
  }

  /// A reader whose browser runs no script.
  static Visit withoutScripts() {
    return visit(new NewContextOptions().setJavaScriptEnabled(false));
  }

  static Visit visit(NewContextOptions options) {
    if (options.baseURL == null) {
      options.setBaseURL(Program.running().base().toString());
    }
    return new Visit(CHROMIUM.newContext(options));
  }

  private static com.microsoft.playwright.Browser launch() {
    Path chromium = Path.of(System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium"));
    if (!Files.isExecutable(chromium)) {
      throw new AssertionError(
          "There is no Chromium at " + chromium + ". Run: sh tools/prerequisites test");
    }
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    return playwright
        .chromium()
        .launch(new BrowserType.LaunchOptions().setExecutablePath(chromium).setArgs(arguments()));
  }

  /// Chromium refuses its sandbox to root, so only root goes without.
  private static List<String> arguments() {
    List<String> arguments = new ArrayList<>(QUIET);
    if (System.getProperty("user.name").equals("root")) {
      arguments.add("--no-sandbox");
    }
    return arguments;
  }
}
