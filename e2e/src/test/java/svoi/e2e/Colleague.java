package svoi.e2e;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.ColorScheme;

/// One member of staff at their own computer, with an authenticator of their own.
final class Colleague implements AutoCloseable {
  private final Visit visit;
  private final CDPSession devtools;
  private String authenticator;

  private Colleague(Visit visit) {
    this.visit = visit;
    this.devtools = visit.page().context().newCDPSession(visit.page());
    devtools.send("WebAuthn.enable");
    this.authenticator = addAuthenticator(false);
  }

  /// Somebody nobody knows yet.
  static Colleague arriving() {
    return new Colleague(Browser.visit(computer()));
  }

  private static NewContextOptions computer() {
    return new NewContextOptions()
        .setBaseURL(Program.running().desk().toString())
        .setLocale("uk")
        .setColorScheme(ColorScheme.LIGHT);
  }

  /// An invented member of the demo, signed in without a passkey.
  static Colleague ofTheDemo(String name) {
    return arriving().signingIn(name);
  }

  /// The same in a browser that runs no script.
  static Colleague ofTheDemoWithoutScripts(String name) {
    return new Colleague(Browser.visit(computer().setJavaScriptEnabled(false))).signingIn(name);
  }

  private Colleague signingIn(String name) {
    return open("/desk/demo").press(name);
  }

  /// An authenticator that verifies its user, like a security key of its own.
  ///
  /// @param computing whether it has the PRF extension
  private String addAuthenticator(boolean computing) {
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("ctap2Version", "ctap2_1");
    options.addProperty("hasPrf", computing);
    options.addProperty("transport", "usb");
    options.addProperty("hasResidentKey", true);
    options.addProperty("hasUserVerification", true);
    options.addProperty("isUserVerified", true);
    options.addProperty("automaticPresenceSimulation", true);
    JsonObject parameters = new JsonObject();
    parameters.add("options", options);
    return devtools
        .send("WebAuthn.addVirtualAuthenticator", parameters)
        .get("authenticatorId")
        .getAsString();
  }

  /// Unplugs the authenticator and takes another.
  void takeAnotherAuthenticator() {
    takeAuthenticator(false);
  }

  /// Unplugs the authenticator and takes one that computes a secret (PRF).
  void takeAuthenticatorThatComputes() {
    takeAuthenticator(true);
  }

  private void takeAuthenticator(boolean computing) {
    JsonObject old = new JsonObject();
    old.addProperty("authenticatorId", authenticator);
    devtools.send("WebAuthn.removeVirtualAuthenticator", old);
    authenticator = addAuthenticator(computing);
  }

  Page page() {
    return visit.page();
  }

  Colleague open(String path) {
    visit.open(path);
    return this;
  }

  /// Presses the button with these words and waits for the page that comes.
  Colleague press(String words) {
    visit.click(page().locator("button:has-text(\"" + words + "\")"));
    return this;
  }

  /// Waits until the browser is at this address.
  Colleague arrive(String address) {
    try {
      page().waitForURL(Program.running().desk() + address);
      return this;
    } catch (TimeoutError e) {
      throw new AssertionError("at " + address() + " instead:\n" + text(), e);
    }
  }

  /// Writes into the field with this name.
  Colleague write(String field, String text) {
    page().locator("[name='" + field + "']").fill(text);
    return this;
  }

  Colleague tick(String id) {
    page().locator("#" + id).check();
    return this;
  }

  Locator find(String selector) {
    return page().locator(selector);
  }

  String heading() {
    return visit.heading();
  }

  String text() {
    return visit.text();
  }

  String address() {
    return visit.address();
  }

  @Override
  public void close() {
    visit.close();
  }
}
