package svoi.register.imports;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.IntConsumer;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import svoi.audit.AuditSink;
import svoi.audit.AuditTrail;
import svoi.cases.Cases;
import svoi.cases.Filed;
import svoi.consent.Consents;
import svoi.media.Media;
import svoi.media.MediaStore;
import svoi.platform.Change;
import svoi.platform.Database;
import svoi.platform.Violation;
import svoi.reference.Reference;
import svoi.register.Draft;
import svoi.register.Drafted;
import svoi.register.Register;
import svoi.register.Standing;
import svoi.staff.Staff;

/// Takes a table of persons through the same services as an editor: a dry run by default, one
/// transaction, a verdict for each row. What a row may do is decided by the rules of the database;
/// a row that breaks one is refused alone, by the rule's name.
public final class Importer {
  private static final String NOT_APPROVED = "r3-not-approved-by-two-agencies";

  private final Database desk;
  private final Reference reference;
  private final MediaStore store;
  private final boolean demo;

  /// @param demo whether approvals and verifications in a file count (rule 12 of the design)
  public Importer(Database desk, Reference reference, MediaStore store, boolean demo) {
    this.desk = desk;
    this.reference = reference;
    this.store = store;
    this.demo = demo;
  }

  /// Reads and judges every row.
  ///
  /// @param confirm false: nothing at all is written
  /// @param progress told the number of rows done
  /// @throws Unreadable if the file as a whole can't be taken
  public Report run(Path file, boolean confirm, IntConsumer progress) throws Unreadable {
    Table table = TableReader.read(file);
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(Path.of("."));
    MediaFiles media = new MediaFiles(folder, confirm ? Optional.of(store) : Optional.empty());
    Report report =
        desk.transactions()
            .execute(
                status -> {
                  if (!confirm) {
                    status.setRollbackOnly();
                  }
                  return new Run(media).rows(table, confirm, progress);
                });
    return Objects.requireNonNull(report);
  }

  /// One entry for the whole import instead of one for each step: what was touched, by ids.
  private static final class Touched implements AuditSink {
    private final Set<UUID> ids = new LinkedHashSet<>();

    @Override
    public void append(String actor, String action, Collection<UUID> subjects, String detail) {
      ids.addAll(subjects);
    }

    @Override
    public void appendSealed(
        String actor, String action, UUID person, String detail, String payload) {
      ids.add(person);
    }
  }

  /// The state of one import.
  private final class Run {
    private final Touched touched = new Touched();
    private final Staff staff = new Staff(desk.jdbc(), touched);
    private final Cases cases = new Cases(desk, touched);
    private final Consents consents = new Consents(desk, touched);
    private final Media media = new Media(desk.jdbc(), touched);
    private final Register register = new Register(desk, touched);
    private final RowReader reader = new RowReader(reference);
    private final Set<String> keys = new LinkedHashSet<>();
    private final MediaFiles files;
    private final TransactionTemplate savepoint =
        new TransactionTemplate(new JdbcTransactionManager(desk.source()));

    Run(MediaFiles files) {
      this.files = files;
      savepoint.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    Report rows(Table table, boolean confirm, IntConsumer progress) {
      RowReader.members().forEach(staff::add);
      List<Report.Verdict> verdicts = new ArrayList<>();
      for (Table.Line line : table.lines()) {
        RowReader.Result read = reader.read(line);
        verdicts.add(
            read.row()
                .map(this::inSavepoint)
                .orElseGet(() -> refused(line.number(), read.findings())));
        progress.accept(verdicts.size());
      }
      register.noteAppearances();
      if (!touched.ids.isEmpty()) {
        new AuditTrail(desk.jdbc())
            .append("import", "register.import", touched.ids, verdicts.size() + " rows");
      }
      return new Report(verdicts, confirm);
    }

    private Report.Verdict inSavepoint(ImportRow row) {
      if (!keys.add(
          row.file().caseNumber() + "|" + row.person().familyUk() + "|" + row.person().bornOn())) {
        return refused(row.line(), List.of(Finding.of("row-twice")));
      }
      try {
        Report.Verdict verdict =
            savepoint.execute(
                status -> {
                  Report.Verdict outcome = take(row);
                  if (outcome.outcome() == Report.Outcome.REFUSED) {
                    status.setRollbackOnly();
                  }
                  return outcome;
                });
        return Objects.requireNonNull(verdict);
      } catch (DataIntegrityViolationException e) {
        String rule = Violation.rule(e).orElseThrow(() -> e);
        return refused(row.line(), List.of(Finding.of(rule)));
      }
    }

    private Report.Verdict take(ImportRow row) {
      Filed filed = cases.file(row.person(), row.file(), row.author().agency(), "import");
      Change change = filed.change().and(consents(row, filed));
      Optional<UUID> photo = row.photo().flatMap(files::photo).map(f -> addPhoto(filed, f));
      Optional<UUID> video = row.video().flatMap(v -> video(v, filed));
      if (photo.isEmpty() != row.photo().isEmpty() || video.isEmpty() != row.video().isEmpty()) {
        return refused(row.line(), List.of(Finding.of("media-file-missing")));
      }
      Drafted drafted =
          register.draft(
              new Draft(
                  filed.person(), filed.proceeding(), row.author(), row.texts(), photo, video));
      change = change.and(drafted.change());
      return verdict(row, drafted, change);
    }

    private Report.Verdict verdict(ImportRow row, Drafted drafted, Change change) {
      Standing standing = register.standing(drafted.id());
      List<String> obstacles = standing.obstacles();
      if (row.publish()) {
        if (demo && obstacles.contains(NOT_APPROVED)) {
          row.approvers()
              .forEach(approver -> register.approve(drafted.id(), standing.content(), approver));
          obstacles = register.standing(drafted.id()).obstacles();
        }
        List<Finding> fatal = obstacles.stream().filter(this::isFatal).map(Finding::of).toList();
        if (!fatal.isEmpty()) {
          return refused(row.line(), fatal);
        }
      }
      return new Report.Verdict(
          row.line(),
          Report.Outcome.valueOf(change.name()),
          obstacles.stream().map(Finding::of).toList(),
          obstacles.isEmpty());
    }

    /// Outside a demo verifications and approvals are still to come by people; nothing else is.
    private boolean isFatal(String obstacle) {
      return demo || !(obstacle.startsWith("r8-") || obstacle.startsWith("r3-"));
    }

    private Change consents(ImportRow row, Filed filed) {
      int given = 0;
      if (row.session().isPresent()) {
        given += consents.give(filed.person(), row.scopes(), row.session().get(), "import");
      }
      if (demo && row.verification().isPresent()) {
        given += consents.verify(filed.person(), row.scopes(), row.verification().get());
      }
      if (given == 0) {
        return filed.change() == Change.NEW ? Change.NEW : Change.UNCHANGED;
      }
      return filed.change() == Change.NEW ? Change.NEW : Change.CHANGED;
    }

    private UUID addPhoto(Filed filed, List<Media.File> photo) {
      return media.addPhoto(filed.person(), photo, "import");
    }

    private Optional<UUID> video(ImportRow.Video video, Filed filed) {
      return files
          .video(video.base())
          .map(found -> media.addVideo(filed.person(), video.seconds(), found, "import"));
    }

    private Report.Verdict refused(int line, List<Finding> findings) {
      return new Report.Verdict(line, Report.Outcome.REFUSED, findings, false);
    }
  }
}
