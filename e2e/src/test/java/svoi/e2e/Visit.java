package svoi.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/// One reader's browser window; everything that it asked for is remembered.
final class Visit implements AutoCloseable {
  private static final double PATIENCE_MILLIS = 10_000;

  private final BrowserContext context;
  private final Page page;
  private final List<String> asked = new ArrayList<>();

  Visit(BrowserContext context) {
    this.context = context;
    context.setDefaultTimeout(PATIENCE_MILLIS);
    this.page = context.newPage();
    page.onRequest(request -> asked.add(request.url()));
  }

  Page page() {
    return page;
  }

  /// Leaves out pictures and films, which take most of the time of a list.
  Visit withoutPictures() {
    context.route("**/media/**", Route::abort);
    return this;
  }

  /// Opens an address of the site.
  Visit open(String path) {
    Response response = page.navigate(path);
    assertThat(response).as(path).isNotNull();
    return this;
  }

  /// Clicks the first link to that address that a reader sees in the main part of the page.
  Visit follow(String href) {
    return click(page.locator("main a[href='" + href + "']"));
  }

  /// Clicks the first of these that a reader sees.
  Visit click(Locator links) {
    links.filter(new Locator.FilterOptions().setVisible(true)).first().click();
    page.waitForLoadState();
    return this;
  }

  /// What a reader sees of the page.
  String text() {
    return page.locator("body").innerText();
  }

  String heading() {
    return page.locator("h1").innerText();
  }

  /// Path and query of the address bar.
  String address() {
    URI uri = URI.create(page.url());
    return uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
  }

  /// Addresses that the browser asked for, in order.
  List<String> asked() {
    return List.copyOf(asked);
  }

  boolean hasCookies() {
    return !context.cookies().isEmpty();
  }

  @Override
  public void close() {
    context.close();
  }
}
