package svoi.desk.intake;

import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import svoi.audit.AuditTrail;
import svoi.desk.DeskDatabase;
import svoi.desk.DeskPages;
import svoi.desk.DeskSession;
import svoi.desk.PasskeyCheck;
import svoi.intake.DeskKeys;
import svoi.intake.Figures;
import svoi.intake.Inbox;
import svoi.intake.IntakeSecrets;
import svoi.intake.IntakeStore;
import svoi.intake.OfflineCases;
import svoi.intake.Referrals;
import svoi.intake.RootKey;
import svoi.intake.StaffKeys;
import svoi.intake.Stories;
import svoi.intake.Vaults;
import svoi.platform.DatabaseClock;
import svoi.staff.Accounts;
import svoi.staff.Passkeys;
import svoi.web.Limits;

/// Sealed messages. The store, the secrets and the root's public key come from the program.
@Configuration(proxyBeanMethods = false)
public class IntakeConfiguration {
  @Bean
  StaffKeys intakeStaffKeys(DeskDatabase desk, IntakeSecrets secrets, AuditTrail audit) {
    return new StaffKeys(desk.database(), secrets, audit);
  }

  @Bean
  DeskKeys intakeDeskKeys(
      DeskDatabase desk,
      IntakeStore store,
      RootKey.Verifier root,
      StaffKeys staff,
      AuditTrail audit) {
    return new DeskKeys(desk.database(), store, root, staff, audit);
  }

  /// Real time, also in a demo, like that of sessions.
  @Bean
  Keyring keyring(DeskSession sessions) {
    return new Keyring(sessions, InstantSource.system());
  }

  @Bean
  IntakeDesk intakeDesk(
      DeskDatabase desk,
      IntakeStore store,
      RootKey.Verifier root,
      IntakeSecrets secrets,
      AuditTrail audit,
      StaffKeys staff,
      DeskKeys keys,
      Keyring keyring) {
    Inbox inbox = new Inbox(desk.database(), store, root, secrets, audit);
    IntakeDesk.Beside beside =
        new IntakeDesk.Beside(
            new Vaults(desk.database(), store, secrets, audit),
            new Stories(desk.database(), store, secrets, audit),
            new Referrals(desk.database(), store, secrets, audit));
    return new IntakeDesk(inbox, beside, staff, keys, keyring);
  }

  @Bean
  Pixels pixels() {
    return new Pixels();
  }

  @Bean
  IntakeProblems intakeProblems(DeskPages pages) {
    return new IntakeProblems(pages);
  }

  @Bean
  UnlockController unlockController(DeskPages pages, IntakeDesk desk, Passkeys passkeys) {
    return new UnlockController(pages, desk, passkeys);
  }

  @Bean
  PasskeyUnlockController passkeyUnlockController(
      IntakeDesk desk, PasskeyCheck check, Limits limits) {
    return new PasskeyUnlockController(desk, check, limits);
  }

  @Bean
  QueueController intakeQueueController(DeskPages pages, IntakeDesk desk) {
    return new QueueController(pages, desk);
  }

  @Bean
  CaseController intakeCaseController(
      DeskPages pages, IntakeDesk desk, Pixels pixels, Accounts accounts, DatabaseClock clock) {
    CaseParts parts = new CaseParts(desk, new Snippets(), accounts, clock);
    return new CaseController(pages, desk, pixels, parts);
  }

  @Bean
  VaultController intakeVaultController(DeskPages pages, CaseController cases, IntakeDesk desk) {
    return new VaultController(pages, cases, desk);
  }

  @Bean
  StoriesController intakeStoriesController(
      DeskPages pages, CaseController cases, IntakeDesk desk) {
    return new StoriesController(pages, cases, desk);
  }

  @Bean
  ReferralsController intakeReferralsController(
      DeskPages pages, CaseController cases, IntakeDesk desk) {
    return new ReferralsController(pages, cases, desk);
  }

  @Bean
  CaseActsController intakeCaseActsController(
      CaseController cases, IntakeDesk desk, DatabaseClock clock) {
    return new CaseActsController(cases, desk, clock);
  }

  @Bean
  FilesController intakeFilesController(DeskPages pages, IntakeDesk desk, Pixels pixels) {
    return new FilesController(pages, desk, pixels);
  }

  @Bean
  KeysController intakeKeysController(
      DeskPages pages, IntakeDesk desk, Accounts accounts, DatabaseClock clock) {
    return new KeysController(pages, desk, accounts, clock);
  }

  @Bean
  OfflineKeysController intakeOfflineKeysController(KeysController keys, IntakeDesk desk) {
    return new OfflineKeysController(keys, desk);
  }

  @Bean
  OfflineController intakeOfflineController(
      DeskPages pages,
      IntakeDesk desk,
      DeskDatabase database,
      IntakeStore store,
      RootKey.Verifier root,
      IntakeSecrets secrets,
      AuditTrail audit) {
    OfflineCases cases = new OfflineCases(database.database(), store, root, secrets, audit);
    return new OfflineController(pages, desk, cases);
  }

  @Bean
  CountsController intakeCountsController(
      DeskPages pages,
      IntakeDesk desk,
      DeskDatabase database,
      IntakeStore store,
      AuditTrail audit) {
    return new CountsController(pages, desk, new Figures(database.database(), store, audit));
  }

  @Bean
  IntakeTasks intakeTasks(DeskKeys keys) {
    return new IntakeTasks(keys);
  }
}
