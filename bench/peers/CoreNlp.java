import edu.stanford.nlp.ling.IndexedWord;
import edu.stanford.nlp.pipeline.CoreDocument;
import edu.stanford.nlp.pipeline.CoreQuote;
import edu.stanford.nlp.pipeline.CoreSentence;
import edu.stanford.nlp.pipeline.StanfordCoreNLP;
import edu.stanford.nlp.semgraph.SemanticGraph;
import edu.stanford.nlp.util.Pair;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import javax.json.Json;
import javax.json.JsonArrayBuilder;
import javax.json.JsonObject;

/**
 * Quotations by Stanford CoreNLP's quote annotator.
 *
 * <pre>java -cp 'JARS/*' CoreNlp.java < articles.jsonl > read.jsonl    {"id","text"} a line in, {"id","statements"} a line out</pre>
 *
 * The annotator gives no cue: the verb is taken whose subject the speaker is, else the verb nearest to the speaker
 * between speaker and quotation. A quotation without a speaker, or without either verb, is left out: most are words in
 * inverted commas that nobody says. All spans are [start, end) in UTF-16 code units.
 */
public class CoreNlp {
  private static final String ANNOTATORS = "tokenize,ssplit,pos,lemma,ner,depparse,coref,quote";
  private static final Set<String> VERB_PARTS = Set.of("aux", "aux:pass", "advmod:neg", "neg");
  private static final Set<String> PUNCTUATION = Set.of(",", ".", ":");

  private record Span(int start, int end) {
    static Span of(Pair<Integer, Integer> ends) {
      return new Span(ends.first, ends.second);
    }

    static Span of(IndexedWord word) {
      return new Span(word.beginPosition(), word.endPosition());
    }

    boolean holds(IndexedWord word) {
      return start <= word.beginPosition() && word.endPosition() <= end;
    }
  }

  private record Attribution(List<Span> source, List<Span> cue) {}

  /** One article's words and quotations. */
  private record Article(List<SemanticGraph> sentences, List<Span> quotations) {
    static Article of(CoreDocument document) {
      return new Article(
          document.sentences().stream().map(CoreSentence::dependencyParse).toList(),
          document.quotes().stream().map((quote) -> Span.of(quote.quoteCharOffsets())).toList());
    }

    boolean quoted(IndexedWord word) {
      return quotations.stream().anyMatch((quotation) -> quotation.holds(word));
    }
  }

  public static void main(String[] args) throws IOException {
    if (List.of(args).contains("--version")) {
      System.out.println("CoreNLP " + version());
      return;
    }
    Properties properties = new Properties();
    properties.setProperty("annotators", ANNOTATORS);
    StanfordCoreNLP nlp = new StanfordCoreNLP(properties);
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      JsonObject article = Json.createReader(new StringReader(line)).readObject();
      CoreDocument document = new CoreDocument(article.getString("text"));
      nlp.annotate(document);
      out.println(
          Json.createObjectBuilder()
              .add("id", article.getString("id"))
              .add("statements", statements(document))
              .build());
    }
  }

  /** The jar's name holds it; its manifest does not. */
  private static String version() {
    String path = StanfordCoreNLP.class.getProtectionDomain().getCodeSource().getLocation().getPath();
    return path.replaceAll(".*stanford-corenlp-|\\.jar$", "");
  }

  /** Quotations with one speaker mention and one cue are one statement, as in PolNeAR. */
  private static JsonArrayBuilder statements(CoreDocument document) {
    Article article = Article.of(document);
    Map<Attribution, List<Span>> contents = new LinkedHashMap<>();
    for (CoreQuote quote : document.quotes()) {
      if (quote.speakerCharOffsets().isEmpty()) continue;
      Span quotation = Span.of(quote.quoteCharOffsets());
      attribution(article, Span.of(quote.speakerCharOffsets().get()), quotation)
          .ifPresent((found) -> contents.computeIfAbsent(found, (key) -> new ArrayList<>()).add(quotation));
    }
    JsonArrayBuilder list = Json.createArrayBuilder();
    contents.forEach(
        (attribution, content) ->
            list.add(
                Json.createObjectBuilder()
                    .add("source", json(attribution.source))
                    .add("cue", json(attribution.cue))
                    .add("content", json(content))));
    return list;
  }

  private static Optional<Attribution> attribution(Article article, Span mention, Span quotation) {
    for (SemanticGraph sentence : article.sentences) {
      Optional<IndexedWord> head = head(sentence, mention);
      if (head.isEmpty()) continue;
      List<IndexedWord> cue = cue(article, sentence, head.get(), quotation);
      if (cue.isEmpty()) return Optional.empty();
      Span source = source(article, sentence, head.get(), cue, mention);
      return Optional.of(new Attribution(List.of(source), cue.stream().map(Span::of).toList()));
    }
    return Optional.empty();
  }

  /** The word of the mention that hangs on a word outside it. */
  private static Optional<IndexedWord> head(SemanticGraph sentence, Span mention) {
    return sentence.vertexListSorted().stream()
        .filter(mention::holds)
        .filter((word) -> sentence.getParent(word) == null || !mention.holds(sentence.getParent(word)))
        .findFirst();
  }

  private static List<IndexedWord> cue(Article article, SemanticGraph sentence, IndexedWord head, Span quotation) {
    IndexedWord parent = sentence.getParent(head);
    boolean subject = parent != null && sentence.getEdge(parent, head).getRelation().toString().startsWith("nsubj");
    if (subject && !article.quoted(parent)) {
      TreeSet<IndexedWord> verb = new TreeSet<>(List.of(parent));
      sentence
          .childPairs(parent)
          .forEach((child) -> { if (VERB_PARTS.contains(child.first.toString())) verb.add(child.second); });
      return List.copyOf(verb);
    }
    int from = Math.min(head.beginPosition(), quotation.start);
    int to = Math.max(head.endPosition(), quotation.end);
    return article.sentences.stream()
        .flatMap((one) -> one.vertexSet().stream())
        .filter((word) -> word.tag().startsWith("VB") && !article.quoted(word))
        .filter((word) -> from <= word.beginPosition() && word.endPosition() <= to)
        .min(Comparator.comparingInt((word) -> Math.abs(word.beginPosition() - head.beginPosition())))
        .map(List::of)
        .orElse(List.of());
  }

  /** PolNeAR's sources are whole phrases: the head's phrase is taken, unless a quotation or the cue stands in it. */
  private static Span source(
      Article article, SemanticGraph sentence, IndexedWord head, List<IndexedWord> cue, Span mention) {
    List<IndexedWord> phrase = new ArrayList<>(new TreeSet<>(sentence.descendants(head)));
    while (phrase.size() > 1 && PUNCTUATION.contains(phrase.get(phrase.size() - 1).tag()))
      phrase.remove(phrase.size() - 1);
    Span whole = new Span(phrase.get(0).beginPosition(), phrase.get(phrase.size() - 1).endPosition());
    boolean broken =
        sentence.vertexSet().stream()
            .anyMatch((word) -> whole.holds(word) && (article.quoted(word) || cue.contains(word)));
    return broken ? mention : whole;
  }

  private static JsonArrayBuilder json(List<Span> spans) {
    JsonArrayBuilder list = Json.createArrayBuilder();
    spans.stream()
        .sorted(Comparator.comparingInt(Span::start))
        .forEach((span) -> list.add(Json.createArrayBuilder().add(span.start).add(span.end)));
    return list;
  }
}
