package svoi.app;

import java.util.Set;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;
import svoi.platform.Language;
import svoi.staff.Accounts;
import svoi.staff.StaffId;
import svoi.staff.StaffRole;
import svoi.web.SiteSettings;

/// Says where to look, once everything is open.
final class Welcome implements ApplicationListener<ApplicationReadyEvent> {
  private final Settings settings;

  Welcome(Settings settings) {
    this.settings = settings;
  }

  @Override
  public void onApplicationEvent(ApplicationReadyEvent event) {
    Environment environment = event.getApplicationContext().getEnvironment();
    String port = environment.getProperty("local.server.port", "8080");
    String base = "http://localhost:" + port;
    System.out.println();
    System.out.println("Svoi is open.");
    System.out.println("  the public site   " + base + "/uk/  /ru/  /en/");
    if (settings.doors().contains("contact")) {
      System.out.println("  anonymous contact " + base + "/contact");
    }
    System.out.println("  machine-readable  " + base + "/api/v1/regions");
    if (settings.demo()) {
      System.out.println("  the guided tour   " + base + "/demo   (everybody in it is invented)");
      System.out.println("  sign in as staff  " + base + "/desk/demo");
    }
    if (settings.doors().contains("desk")) {
      System.out.println("  the staff desk    " + base + "/desk");
      firstInvitation(event.getApplicationContext());
    }
    System.out.println("  data are kept in  " + settings.data());
    System.out.println("Ctrl-C stops everything.");
  }

  /// Until an administrator can sign in, each start prints one link that enrols the first one.
  private void firstInvitation(ApplicationContext context) {
    Accounts accounts = context.getBean(Accounts.class);
    if (settings.demo() || accounts.hasAdministrator()) {
      return;
    }
    StaffId first =
        accounts.all().stream()
            .filter(account -> account.active() && account.member().is(StaffRole.ADMINISTRATOR))
            .map(account -> account.member().id())
            .findFirst()
            .orElseGet(
                () ->
                    accounts.add(
                        "coordination-hq",
                        Set.of(StaffRole.ADMINISTRATOR),
                        "Administrator",
                        Language.UK,
                        "first-start"));
    String site = context.getBean(SiteSettings.class).publicUrl();
    System.out.println("  first administrator, one link for one day:");
    System.out.println("    " + site + "/desk/enrol#" + accounts.invite(first, "first-start"));
  }
}
