import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.RegexpQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TermRangeQuery;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Runs queries on Apache Lucene. Arguments: a file of passages (a number, a day and words between blanks,
 * parted by tabs), a file of queries in
 * prefix notation (see LuceneQueries.cs), and where the answers go: a line a query, "doc:scorebits" of every hit in order.
 */
public final class LuceneOracle {
    private final String[] tokens;
    private int next;

    private LuceneOracle(String line) {
        tokens = line.split(" ");
    }

    public static void main(String[] args) throws Exception {
        BooleanQuery.setMaxClauseCount(100_000);
        ByteBuffersDirectory directory = new ByteBuffersDirectory();
        IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer());
        config.setMergePolicy(new LogDocMergePolicy());
        int count = 0;
        try (IndexWriter writer = new IndexWriter(directory, config)) {
            for (String line : Files.readAllLines(Path.of(args[0]), StandardCharsets.UTF_8)) {
                String[] parts = line.split("\t", 3);
                Document document = new Document();
                document.add(new LongPoint("number", Long.parseLong(parts[0])));
                document.add(new LongPoint("date", Long.parseLong(parts[1])));
                document.add(new TextField("text", parts[2], Field.Store.NO));
                writer.addDocument(document);
                count++;
            }
            writer.forceMerge(1);
        }
        try (DirectoryReader reader = DirectoryReader.open(directory);
             PrintStream out = new PrintStream(args[2], StandardCharsets.UTF_8)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            searcher.setQueryCache(null);
            for (String line : Files.readAllLines(Path.of(args[1]), StandardCharsets.UTF_8)) {
                out.println(answer(searcher, line, count));
            }
        }
    }

    private static String answer(IndexSearcher searcher, String line, int count) {
        try {
            TopScoreDocCollector collector = TopScoreDocCollector.create(count, Integer.MAX_VALUE);
            searcher.search(new LuceneOracle(line).read(), collector);
            StringBuilder hits = new StringBuilder();
            for (ScoreDoc hit : collector.topDocs().scoreDocs) {
                hits.append(hits.length() == 0 ? "" : " ").append(hit.doc).append(':').append(Float.floatToIntBits(hit.score));
            }
            return hits.toString();
        } catch (Exception e) {
            return "refused " + e.toString().replace('\n', ' ');
        }
    }

    private String token() {
        return tokens[next++];
    }

    private int number() {
        return Integer.parseInt(token());
    }

    private static Term text(String word) {
        return new Term("text", word);
    }

    private Query read() {
        switch (token()) {
            case "all": return new MatchAllDocsQuery();
            case "term": return new TermQuery(text(token()));
            case "prefix": return new PrefixQuery(text(token()));
            case "wildcard": return new WildcardQuery(text(token()));
            case "regex": return new RegexpQuery(text(token()));
            case "fuzzy": return new FuzzyQuery(text(token()), number(), number(), 50, true);
            case "boost": return new BoostQuery(read(token()), Float.parseFloat(token()));
            case "constant": return new BoostQuery(new ConstantScoreQuery(read(token())), Float.parseFloat(token()));
            case "points": return LongPoint.newRangeQuery(token(), number(), number());
            case "range": return TermRangeQuery.newStringRange("text", bound(), bound(), flag(), flag());
            case "phrase": return phrase();
            case "boolean": return bool();
            default: throw new IllegalArgumentException(tokens[next - 1]);
        }
    }

    private Query read(String open) {
        if (!open.equals("of")) {
            throw new IllegalArgumentException(open);
        }
        return read();
    }

    private String bound() {
        String word = token();
        return word.equals("*") ? null : word;
    }

    private boolean flag() {
        return token().equals("in");
    }

    private Query phrase() {
        PhraseQuery.Builder builder = new PhraseQuery.Builder();
        builder.setSlop(number());
        for (int count = number(); count > 0; count--) {
            int position = number();
            builder.add(text(token()), position);
        }
        return builder.build();
    }

    private Query bool() {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        for (int count = number(); count > 0; count--) {
            String occur = token();
            builder.add(read(), BooleanClause.Occur.valueOf(occur));
        }
        return builder.build();
    }
}
