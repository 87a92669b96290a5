package svoi.app.demo;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import svoi.exchange.RoundId;
import svoi.exchange.RoundState;

/// The stops of the guided tour, kept in a file that is written once everything is loaded.
final class DemoStops {
  private static final List<String> PERSONS =
      List.of(
          "published",
          "video",
          "plain",
          "departed",
          "departed-gone",
          "withdrawn",
          "quashed",
          "expired",
          "held",
          "died",
          "minor",
          "not-in-force");
  private static final String ROUND = "round-";

  private final Path file;
  private final Properties found = new Properties();

  DemoStops(Path file) {
    this.file = file;
  }

  boolean areWritten() {
    return Files.exists(file);
  }

  /// @param state of a person, one of those of the tour
  void add(String state, UUID profile) {
    found.setProperty(state, profile.toString());
  }

  void add(RoundState state, RoundId round) {
    found.setProperty(ROUND + state.code(), round.value().toString());
  }

  void write() throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      found.store(out, "One invented profile and one invented round in each state");
    }
  }

  /// One profile for each state, in the order of the tour; empty before the demo is loaded.
  Map<String, UUID> persons() {
    Properties written = read();
    Map<String, UUID> stops = new LinkedHashMap<>();
    for (String state : PERSONS) {
      String id = written.getProperty(state);
      if (id != null) {
        stops.put(state, UUID.fromString(id));
      }
    }
    return stops;
  }

  /// One round for each state, in the order of the machine.
  Map<RoundState, RoundId> rounds() {
    Properties written = read();
    Map<RoundState, RoundId> rounds = new EnumMap<>(RoundState.class);
    for (RoundState state : RoundState.values()) {
      String id = written.getProperty(ROUND + state.code());
      if (id != null) {
        rounds.put(state, new RoundId(UUID.fromString(id)));
      }
    }
    return rounds;
  }

  private Properties read() {
    Properties written = new Properties();
    try (BufferedReader in = Files.newBufferedReader(file)) {
      written.load(in);
    } catch (IOException e) {
      return written;
    }
    return written;
  }
}
