package svoi.bench.peers;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map.Entry;
import java.util.stream.Stream;
import org.apache.commons.codec.language.DaitchMokotoffSoundex;
import org.apache.lucene.analysis.core.SimpleAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field.Store;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.Version;
import org.jspecify.annotations.Nullable;
import svoi.bench.Population;
import svoi.names.PersonName;

/// Lucene over the words of the names in Latin letters: every word of the query must be there,
/// exactly, as a beginning, or with up to two typing errors.
final class Tokens implements Peer {
  private static final String ID = "id";
  private static final String WORDS = "words";
  private static final String SOUNDS = "sounds";

  /// An exact word before a similar one.
  private static final float EXACT = 4;

  private static final DaitchMokotoffSoundex SOUNDEX = new DaitchMokotoffSoundex();

  private final boolean bySound;
  private @Nullable IndexSearcher searcher;

  /// @param bySound whether a word is also found by its Daitch-Mokotoff codes
  Tokens(boolean bySound) {
    this.bySound = bySound;
  }

  @Override
  public String name() {
    return bySound ? "Lucene, D-M" : "Lucene";
  }

  @Override
  public String setup() {
    return "Lucene "
        + Version.LATEST
        + ", words in Latin letters, each exact^4, fuzzy up to 2 or a beginning"
        + (bySound ? ", or of the same Daitch-Mokotoff code" : "");
  }

  @Override
  public void build(Population population) throws IOException {
    ByteBuffersDirectory directory = new ByteBuffersDirectory();
    IndexWriterConfig config = new IndexWriterConfig(new SimpleAnalyzer());
    try (IndexWriter writer = new IndexWriter(directory, config)) {
      for (Entry<String, PersonName> person : population.persons()) {
        writer.addDocument(document(person.getKey(), Words.inLatin(Words.of(person.getValue()))));
      }
      writer.forceMerge(1);
    }
    searcher = new IndexSearcher(DirectoryReader.open(directory));
  }

  private Document document(String id, String words) {
    Document document = new Document();
    document.add(new StringField(ID, id, Store.YES));
    document.add(new TextField(WORDS, words, Store.NO));
    if (bySound) {
      words(words)
          .flatMap(Tokens::sounds)
          .forEach(code -> document.add(new StringField(SOUNDS, code, Store.NO)));
    }
    return document;
  }

  /// As the analyzer sees them.
  private static Stream<String> words(String text) {
    return Arrays.stream(text.split("\\P{L}+", -1)).filter(word -> !word.isEmpty());
  }

  private static Stream<String> sounds(String word) {
    return Arrays.stream(SOUNDEX.soundex(word).split("\\|", -1)).filter(code -> !code.isEmpty());
  }

  @Override
  public List<String> find(String query) throws IOException {
    IndexSearcher index = searcher;
    if (index == null) {
      return List.of();
    }
    BooleanQuery.Builder all = new BooleanQuery.Builder();
    words(Words.inLatin(query)).forEach(word -> all.add(someForm(word), Occur.MUST));
    List<String> ids = new ArrayList<>();
    for (ScoreDoc hit : index.search(all.build(), LIMIT).scoreDocs) {
      ids.add(index.storedFields().document(hit.doc).get(ID));
    }
    return ids;
  }

  private Query someForm(String word) {
    Term term = new Term(WORDS, word);
    BooleanQuery.Builder forms = new BooleanQuery.Builder();
    forms.add(new BoostQuery(new TermQuery(term), EXACT), Occur.SHOULD);
    forms.add(new FuzzyQuery(term, FuzzyQuery.defaultMaxEdits), Occur.SHOULD);
    forms.add(new PrefixQuery(term), Occur.SHOULD);
    if (bySound) {
      sounds(word).forEach(code -> forms.add(new TermQuery(new Term(SOUNDS, code)), Occur.SHOULD));
    }
    return forms.build();
  }
}
