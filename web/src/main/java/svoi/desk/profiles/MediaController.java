package svoi.desk.profiles;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.InputStreamResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import svoi.desk.DeskPages;
import svoi.desk.Needs;
import svoi.desk.NotReached;
import svoi.desk.Officer;
import svoi.desk.Typed;
import svoi.media.Captions;
import svoi.media.Crop;
import svoi.media.MediaStore;
import svoi.media.Received;
import svoi.media.Studio;
import svoi.platform.Language;
import svoi.register.Access;
import svoi.register.Drafts;
import svoi.register.Manuscript;
import svoi.register.TextCheck;
import svoi.staff.Right;
import svoi.web.Uploads;

/// Handing in pictures, films, captions and transcripts, and choosing what the profile shows.
@Controller
final class MediaController {
  private static final String ADDRESS = "/desk/persons/{id}/media";

  /// Form fields beside the file.
  private static final long SLACK = 100_000;

  private final DeskPages pages;
  private final Subjects subjects;
  private final Studio studio;
  private final Drafts drafts;
  private final MediaStore store;

  MediaController(
      DeskPages pages, Subjects subjects, Studio studio, Drafts drafts, MediaStore store) {
    this.pages = pages;
    this.subjects = subjects;
    this.studio = studio;
    this.drafts = drafts;
    this.store = store;
  }

  @Needs({Right.WRITE_PROFILES, Right.REVIEW_PROFILES, Right.HOLD_PUBLICATION})
  @GetMapping(ADDRESS)
  ResponseEntity<byte[]> media(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    return show(request, officer, 200, subject(officer, id, Access.FILE), Typed.empty());
  }

  /// Fields before the file: `crop`.
  @Needs(Right.WRITE_PROFILES)
  @PostMapping(ADDRESS + "/photo")
  ResponseEntity<byte[]> photo(HttpServletRequest request, Officer officer, @PathVariable UUID id)
      throws IOException {
    Subject subject = subject(officer, id, Access.EDIT);
    return taken(
        request,
        officer,
        subject,
        Studio.LARGEST_PICTURE,
        (content, fields) -> {
          Crop crop = Crop.of(field(fields, "crop")).orElse(Crop.MIDDLE);
          Received received = studio.photo(subject.person(), content, crop, officer.member());
          if (received instanceof Received.Taken taken) {
            Manuscript kept = drafts.open(subject.person(), officer.member());
            drafts.show(
                subject.person(), Optional.of(taken.asset()), kept.video(), officer.member());
          }
          return code(received);
        });
  }

  @Needs(Right.WRITE_PROFILES)
  @PostMapping(ADDRESS + "/film")
  ResponseEntity<byte[]> film(HttpServletRequest request, Officer officer, @PathVariable UUID id)
      throws IOException {
    Subject subject = subject(officer, id, Access.EDIT);
    return taken(
        request,
        officer,
        subject,
        Studio.LARGEST_FILM,
        (content, fields) -> {
          Received received = studio.film(subject.person(), content, officer.member());
          if (received instanceof Received.Taken taken) {
            Manuscript kept = drafts.open(subject.person(), officer.member());
            drafts.show(
                subject.person(), kept.photo(), Optional.of(taken.asset()), officer.member());
          }
          return code(received);
        });
  }

  @Needs(Right.WRITE_PROFILES)
  @PostMapping(ADDRESS + "/{asset}/poster")
  ResponseEntity<byte[]> poster(
      HttpServletRequest request, Officer officer, @PathVariable UUID id, @PathVariable UUID asset)
      throws IOException {
    Subject subject = film(officer, id, asset);
    return taken(
        request,
        officer,
        subject,
        Studio.LARGEST_PICTURE,
        (content, fields) ->
            code(studio.poster(subject.person(), asset, content, officer.member())));
  }

  /// Fields before the file: `language`, and `kind`, which is `captions` or `transcript`.
  @Needs(Right.WRITE_PROFILES)
  @PostMapping(ADDRESS + "/{asset}/words")
  ResponseEntity<byte[]> words(
      HttpServletRequest request, Officer officer, @PathVariable UUID id, @PathVariable UUID asset)
      throws IOException {
    Subject subject = film(officer, id, asset);
    return taken(
        request,
        officer,
        subject,
        Studio.LARGEST_TEXT,
        (content, fields) -> {
          Language language = Language.of(field(fields, "language")).orElseThrow(NotReached::new);
          byte[] file = content.readNBytes(Studio.LARGEST_TEXT + 1);
          return field(fields, "kind").equals("transcript")
              ? transcript(officer, subject, asset, language, file)
              : captions(officer, subject, asset, language, file);
        });
  }

  private Optional<Problem> captions(
      Officer officer, Subject subject, UUID asset, Language language, byte[] file) {
    return switch (Captions.read(file)) {
      case Captions.Read.Wrong wrong -> Optional.of(new Problem(wrong.code(), wrong.line()));
      case Captions.Read.Good good -> {
        Optional<Problem> marked = marked(String.join("\n", good.words()));
        if (marked.isEmpty()) {
          studio.captions(subject.person(), asset, language, good, officer.member());
        }
        yield marked;
      }
    };
  }

  private Optional<Problem> transcript(
      Officer officer, Subject subject, UUID asset, Language language, byte[] file) {
    String words = TextCheck.tidy(new String(file, StandardCharsets.UTF_8));
    if (words.isEmpty() || words.contains("\uFFFD") || file.length > Studio.LARGEST_TEXT) {
      return Optional.of(new Problem("captions.not_utf8", 1));
    }
    Optional<Problem> marked = marked(words);
    if (marked.isEmpty()) {
      studio.transcript(subject.person(), asset, language, words, officer.member());
    }
    return marked;
  }

  /// What is said in a film is public like a plot: words that no reason lets stay are refused.
  private static Optional<Problem> marked(String words) {
    return TextCheck.marks(words).stream()
        .filter(mark -> !mark.clearable())
        .findFirst()
        .map(
            mark ->
                new Problem(
                    "captions.marks_open", (int) words.substring(0, mark.from()).lines().count()));
  }

  /// Which picture and which film the profile shows; `none` for none.
  @Needs(Right.WRITE_PROFILES)
  @PostMapping(ADDRESS + "/show")
  ResponseEntity<byte[]> show(HttpServletRequest request, Officer officer, @PathVariable UUID id) {
    Subject subject = subject(officer, id, Access.EDIT);
    Typed typed = Typed.of(request);
    List<Studio.Asset> assets = studio.of(subject.person());
    drafts.show(
        subject.person(),
        chosen(assets, "photo", typed),
        chosen(assets, "video", typed),
        officer.member());
    return DeskPages.see(subject.to("/media"), "profiles.shown");
  }

  private static Optional<UUID> chosen(List<Studio.Asset> assets, String kind, Typed typed) {
    return assets.stream()
        .filter(asset -> asset.kind().equals(kind))
        .map(Studio.Asset::id)
        .filter(id -> id.toString().equals(typed.text(kind)))
        .findFirst();
  }

  /// A file that is or will be shown, for those who write and review.
  @Needs(Right.READ_CASES)
  @GetMapping(ADDRESS + "/{asset}/{name}")
  ResponseEntity<Resource> file(
      Officer officer, @PathVariable UUID id, @PathVariable UUID asset, @PathVariable String name) {
    Subject subject = subject(officer, id, Access.FILE);
    Studio.File file =
        studio.of(subject.person()).stream()
            .filter(known -> known.id().equals(asset))
            .flatMap(known -> known.files().stream())
            .filter(known -> known.name().equals(name))
            .findFirst()
            .orElseThrow(NotReached::new);
    Path path = store.path(file.sha256());
    if (!Files.isRegularFile(path)) {
      throw new NotReached();
    }
    MediaType type = MediaType.parseMediaType(file.type());
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(
            type.getType().equals("text") ? new MediaType(type, StandardCharsets.UTF_8) : type)
        .header(HttpHeaders.CONTENT_DISPOSITION, "inline")
        .body(new FileSystemResource(path));
  }

  /// What was handed in, unchanged; noted in its custody log.
  @Needs(value = Right.READ_RESTRICTED, stepUp = true)
  @GetMapping(ADDRESS + "/{asset}/original")
  ResponseEntity<Resource> original(
      Officer officer, @PathVariable UUID id, @PathVariable UUID asset) {
    Subject subject = subject(officer, id, Access.FILE);
    InputStream content =
        studio.original(subject.person(), asset, officer.member()).orElseThrow(NotReached::new);
    return ResponseEntity.ok()
        .cacheControl(CacheControl.noStore())
        .contentType(MediaType.APPLICATION_OCTET_STREAM)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"original-" + asset + '"')
        .body(new InputStreamResource(content));
  }

  /// Why a file was not taken.
  ///
  /// @param line of a text, counted from 1
  private record Problem(String code, int line) {}

  @FunctionalInterface
  private interface Taker {
    Optional<Problem> take(InputStream content, Map<String, List<String>> fields)
        throws IOException;
  }

  private static Optional<Problem> code(Received received) {
    return switch (received) {
      case Received.Taken taken -> Optional.empty();
      case Received.Refused refused -> Optional.of(new Problem(refused.code(), 0));
    };
  }

  private ResponseEntity<byte[]> taken(
      HttpServletRequest request, Officer officer, Subject subject, long limit, Taker taker)
      throws IOException {
    if (!Uploads.isUpload(request)) {
      return refused(request, officer, subject, new Problem("media.file_missing", 0));
    }
    Map<String, Optional<Problem>> outcomes = new LinkedHashMap<>();
    try {
      Uploads.read(
          request,
          limit + SLACK,
          (field, fileName, content, fields) ->
              outcomes.putIfAbsent(field, taker.take(content, fields)));
    } catch (Uploads.TooLarge e) {
      return refused(request, officer, subject, new Problem("media.too_large", 0));
    }
    Optional<Problem> problem =
        outcomes.isEmpty()
            ? Optional.of(new Problem("media.file_missing", 0))
            : outcomes.values().iterator().next();
    return problem.isPresent()
        ? refused(request, officer, subject, problem.get())
        : DeskPages.see(subject.to("/media"), "profiles.taken");
  }

  private ResponseEntity<byte[]> refused(
      HttpServletRequest request, Officer officer, Subject subject, Problem problem) {
    Typed typed = Typed.empty();
    Object[] line = {"line", problem.line()};
    typed.wrong("", problem.code(), "desk.rule." + problem.code(), line);
    return show(request, officer, 422, subject, typed);
  }

  private static String field(Map<String, List<String>> fields, String name) {
    return fields.getOrDefault(name, List.of("")).getFirst();
  }

  private Subject film(Officer officer, UUID id, UUID asset) {
    Subject subject = subject(officer, id, Access.EDIT);
    boolean known =
        studio.of(subject.person()).stream()
            .anyMatch(film -> film.id().equals(asset) && film.kind().equals("video"));
    if (!known) {
      throw new NotReached();
    }
    return subject;
  }

  private Subject subject(Officer officer, UUID id, Access needed) {
    return subjects.reached(officer, id, needed, "desk.media");
  }

  private ResponseEntity<byte[]> show(
      HttpServletRequest request, Officer officer, int status, Subject subject, Typed typed) {
    Optional<Manuscript> manuscript = drafts.find(subject.person());
    return pages.show(
        request,
        officer,
        status,
        "desk/profiles/media",
        "desk.profiles.media",
        frame ->
            new MediaView(
                frame,
                subject,
                studio.of(subject.person()),
                manuscript.flatMap(Manuscript::photo),
                manuscript.flatMap(Manuscript::video),
                typed,
                officer.may(Right.READ_RESTRICTED)));
  }
}
