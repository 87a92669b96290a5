package svoi.site;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import svoi.exchange.Figures;
import svoi.exchange.Release;
import svoi.platform.Language;
import svoi.web.Formats;
import svoi.web.Messages;
import svoi.web.SiteSettings;

/// The Atom feed of results (RFC 4287): announced rounds and corrections, newest first, no names.
final class ResultsFeed {
  private static final String ATOM = "http://www.w3.org/2005/Atom";

  /// As many as a reader who looks once a month can have missed.
  private static final int ENTRIES = 50;

  private record Entry(String id, Instant at, String title, String href, String text) {}

  private final SiteSettings site;
  private final Messages t;

  ResultsFeed(SiteSettings site, Messages t) {
    this.site = site;
    this.t = t;
  }

  /// @param releases real figures, then those of invented rounds if there are any
  byte[] of(List<Release> releases) {
    List<Entry> entries =
        releases.stream()
            .flatMap(this::entries)
            .sorted(Comparator.comparing(Entry::at).reversed())
            .limit(ENTRIES)
            .toList();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      XMLStreamWriter xml =
          XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      write(xml, entries, releases);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return out.toByteArray();
  }

  private void write(XMLStreamWriter xml, List<Entry> entries, List<Release> releases)
      throws XMLStreamException {
    Language language = t.language();
    String self = site.publicUrl() + "/feeds/exchanges." + language.code() + ".atom";
    Instant updated =
        entries.stream()
            .map(Entry::at)
            .findFirst()
            .orElseGet(
                () -> releases.stream().map(Release::asOf).findFirst().orElse(Instant.EPOCH));
    xml.writeStartDocument("UTF-8", "1.0");
    xml.writeStartElement("feed");
    xml.writeDefaultNamespace(ATOM);
    xml.writeAttribute("xml", XMLConstants.XML_NS_URI, "lang", language.code());
    element(xml, "id", self);
    element(xml, "title", t.get("site.results.feed.title", "site", site.name()));
    element(xml, "updated", updated.toString());
    link(xml, "self", "application/atom+xml", self);
    link(xml, "alternate", "text/html", page("/exchanges"));
    xml.writeStartElement("author");
    element(xml, "name", site.institutions().isEmpty() ? site.name() : site.institutions());
    xml.writeEndElement();
    element(xml, "rights", StatisticsJson.LICENCE);
    for (Entry entry : entries) {
      xml.writeStartElement("entry");
      element(xml, "id", entry.id());
      element(xml, "title", entry.title());
      element(xml, "updated", entry.at().toString());
      link(xml, "alternate", "text/html", page(entry.href()));
      element(xml, "summary", entry.text());
      xml.writeEndElement();
    }
    xml.writeEndElement();
    xml.writeEndDocument();
  }

  private Stream<Entry> entries(Release release) {
    Figures figures = release.figures();
    return Stream.concat(
        figures.rounds().stream().map(round -> round(round, figures, release.demo())),
        figures.corrections().stream().map(one -> correction(one, figures, release.demo())));
  }

  /// A correction of its counts updates the entry of a round.
  private Entry round(Figures.Round round, Figures figures, boolean invented) {
    Instant updated =
        figures.corrections().stream()
            .filter(one -> one.roundId().equals(round.id()))
            .map(Figures.Correction::at)
            .max(Comparator.naturalOrder())
            .orElse(round.announcedAt());
    return new Entry(
        "urn:uuid:" + round.id(),
        updated,
        t.get("site.results.feed.round", "invented", invented, "round", ResultTexts.name(round, t)),
        "/exchanges/rounds/" + round.id(),
        t.get(
            "site.results.feed.counts",
            "returned",
            round.returned(),
            "departed",
            round.departed()));
  }

  private Entry correction(Figures.Correction correction, Figures figures, boolean invented) {
    String round =
        figures.rounds().stream()
            .filter(one -> one.id().equals(correction.roundId()))
            .findFirst()
            .map(one -> ResultTexts.name(one, t))
            .orElse("");
    String name = correction.roundId() + " " + correction.at();
    return new Entry(
        "urn:uuid:" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
        correction.at(),
        t.get("site.results.feed.correction", "invented", invented, "round", round),
        "/exchanges/rounds/" + correction.roundId(),
        Formats.number(correction.change()) + ". " + Results.text(correction, t));
  }

  private String page(String path) {
    return site.publicUrl() + "/" + t.language().code() + path;
  }

  private static void element(XMLStreamWriter xml, String name, String text)
      throws XMLStreamException {
    xml.writeStartElement(name);
    xml.writeCharacters(text);
    xml.writeEndElement();
  }

  private static void link(XMLStreamWriter xml, String rel, String type, String href)
      throws XMLStreamException {
    xml.writeEmptyElement("link");
    xml.writeAttribute("rel", rel);
    xml.writeAttribute("type", type);
    xml.writeAttribute("href", href);
  }
}
