package svoi.desk.consents;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import svoi.consent.Scope;
import svoi.consent.Session;
import svoi.consent.Sheet;
import svoi.desk.Typed;
import svoi.platform.Kyiv;
import svoi.staff.Account;

/// The sheet of a session as a form, and back.
final class MeetingForm {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("H:mm", Locale.ROOT).withZone(Kyiv.ZONE);

  private MeetingForm() {}

  static Typed of(Sheet sheet) {
    Map<String, String> known = new LinkedHashMap<>();
    tick(known, "aloud", sheet.readAloud());
    sheet.points().forEach(point -> known.put("point-" + point, "yes"));
    sheet.present().forEach(role -> known.put("present-" + role, "yes"));
    sheet.scopes().forEach(scope -> known.put("scope-" + scope.code(), "yes"));
    known.put("licence", sheet.counselLicence());
    known.put("place", sheet.placeKind());
    known.put("language", sheet.language());
    if (sheet.counselMember() != null) {
      known.put("counsel", sheet.counselMember().toString());
    }
    if (sheet.start() != null) {
      known.put("day", sheet.start().atZone(Kyiv.ZONE).toLocalDate().toString());
      known.put("start", padded(sheet.start()));
    }
    if (sheet.end() != null) {
      known.put("end", padded(sheet.end()));
    }
    if (sheet.validUntil() != null) {
      known.put("until", sheet.validUntil().toString());
    }
    return Typed.filled(known);
  }

  private static void tick(Map<String, String> known, String name, boolean ticked) {
    if (ticked) {
      known.put(name, "yes");
    }
  }

  private static String padded(Instant moment) {
    return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(Kyiv.ZONE).format(moment);
  }

  /// Reads the form; what can't be read is noted in `typed`. Anything may still be missing.
  static Sheet read(Typed typed, Iterable<Account> advocates) {
    Optional<LocalDate> day = typed.date("day");
    Optional<LocalTime> from = time(typed, "start");
    Optional<LocalTime> to = time(typed, "end");
    Instant start = moment(day, from, false);
    boolean overMidnight = from.isPresent() && to.isPresent() && to.get().isBefore(from.get());
    Instant end = moment(day, to, overMidnight);
    LocalDate until = typed.date("until").orElse(null);
    if (until != null && day.isPresent()) {
      LocalDate last = end == null ? day.get() : end.atZone(Kyiv.ZONE).toLocalDate();
      if (until.isAfter(last.plusDays(180)) || until.isBefore(last)) {
        typed.wrong("until", "consent.validity", "desk.rule.consent.validity", new Object[0]);
      }
    }
    return new Sheet(
        Set.of("uk", "ru", "en").contains(typed.text("language")) ? typed.text("language") : "uk",
        typed.ticked("aloud"),
        ticked(typed, "point-", Session.ALL_POINTS.stream(), String::valueOf),
        ticked(typed, "present-", Sheet.ROLES.stream(), role -> role),
        licence(typed),
        counsel(typed, advocates),
        Sheet.PLACES.contains(typed.text("place")) ? typed.text("place") : "",
        start,
        end,
        until,
        ticked(typed, "scope-", Stream.of(Scope.values()), Scope::code));
  }

  private static <T> Set<T> ticked(
      Typed typed, String prefix, Stream<T> all, Function<T, String> code) {
    return all.filter(x -> typed.ticked(prefix + code.apply(x))).collect(Collectors.toSet());
  }

  private static String licence(Typed typed) {
    String licence = typed.text("licence");
    if (licence.length() > 60) {
      typed.wrong("licence", "desk.consents.wrong.licence");
    }
    return licence;
  }

  private static @Nullable UUID counsel(Typed typed, Iterable<Account> advocates) {
    for (Account account : advocates) {
      if (account.member().id().toString().equals(typed.text("counsel"))) {
        return account.member().id().value();
      }
    }
    return null;
  }

  private static Optional<LocalTime> time(Typed typed, String field) {
    String text = typed.text(field).replace('.', ':');
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalTime.parse(text, TIME));
    } catch (DateTimeParseException e) {
      typed.wrong(field, "desk.consents.wrong.time");
      return Optional.empty();
    }
  }

  private static @Nullable Instant moment(
      Optional<LocalDate> day, Optional<LocalTime> time, boolean nextDay) {
    if (day.isEmpty() || time.isEmpty()) {
      return null;
    }
    LocalDate on = nextDay ? day.get().plusDays(1) : day.get();
    return on.atTime(time.get()).atZone(Kyiv.ZONE).toInstant();
  }
}
