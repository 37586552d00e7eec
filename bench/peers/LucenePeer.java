import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.MMapDirectory;

/**
 * Apache Lucene as a peer of the benchmark: a process that is driven over its standard input, one command a line, so that
 * rounds of the two engines alternate within one run. Texts come as tokens joined by single blanks: both sides index the
 * very same tokens.
 *
 * <pre>
 * index TOKENS STORED DIR THREADS  index a file of passages, a line each; STORED is a file of raw texts or "-"
 *                                  -> "indexed PASSAGES SECONDS MERGE_SECONDS BYTES_BEFORE SEGMENTS BYTES_INDEX
 *                                      BYTES_STORED PEAK_KB", the peak of anonymous memory
 * open DIR                         -> "opened MILLISECONDS"
 * query SHAPE WORDS                adds a query                       -> "query N"
 * round exact|pruned               runs every query once, keeps bests -> "round MODE"
 * report exact|pruned              -> a line a query: "result N HITS BEST_NS DOC:SCORE ...", then "end"
 * </pre>
 */
public final class LucenePeer {
    private static final int TOP = 10;
    private static final String FIELD = "text";
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private final List<Query> queries = new ArrayList<>();
    private final List<long[]> best = new ArrayList<>();
    private final List<long[]> hits = new ArrayList<>();
    private final List<ScoreDoc[]> tops = new ArrayList<>();
    private IndexSearcher searcher;

    public static void main(String[] args) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        LucenePeer peer = new LucenePeer();
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            peer.obey(line.split(" "));
        }
    }

    private void obey(String[] words) throws Exception {
        switch (words[0]) {
            case "index" -> index(Path.of(words[1]), words[2], Path.of(words[3]), Integer.parseInt(words[4]));
            case "open" -> open(Path.of(words[1]));
            case "query" -> add(words);
            case "round" -> round(words[1].equals("exact") ? 0 : 1);
            case "report" -> report(words[1].equals("exact") ? 0 : 1);
            default -> throw new IllegalArgumentException("unknown command '" + words[0] + "'");
        }
    }

    private static void index(Path tokens, String stored, Path folder, int threads) throws Exception {
        Analyzer analyzer = new WhitespaceAnalyzer(255);
        IndexWriterConfig config = new IndexWriterConfig(analyzer);
        config.setSimilarity(new BM25Similarity(1.2f, 0.75f));
        config.setMergePolicy(new LogDocMergePolicy());
        config.setRAMBufferSizeMB(64);
        config.setUseCompoundFile(false);
        Peak peak = new Peak();
        peak.setDaemon(true);
        peak.start();
        long start = System.nanoTime();
        try (IndexWriter writer = new IndexWriter(new MMapDirectory(folder), config);
            Passages passages = new Passages(tokens, stored.equals("-") ? null : Path.of(stored))) {
            Thread[] workers = new Thread[threads];
            for (int t = 0; t < threads; t++) {
                workers[t] = new Thread(() -> addAll(writer, passages));
                workers[t].start();
            }
            for (Thread worker : workers) {
                worker.join();
            }
            writer.commit();
            double seconds = (System.nanoTime() - start) / 1e9;
            long before = size(folder, false) + size(folder, true);
            int segments;
            try (DirectoryReader reader = DirectoryReader.open(writer)) {
                segments = reader.leaves().size();
            }
            start = System.nanoTime();
            writer.forceMerge(1);
            writer.commit();
            double mergeSeconds = (System.nanoTime() - start) / 1e9;
            peak.look();
            OUT.printf("indexed %d %.3f %.3f %d %d %d %d %d%n", passages.count, seconds, mergeSeconds, before, segments,
                size(folder, false), size(folder, true), peak.kilobytes);
        }
    }

    private static void addAll(IndexWriter writer, Passages passages) {
        Document document = new Document();
        TextField field = new TextField(FIELD, "", Field.Store.NO);
        document.add(field);
        StoredField store = new StoredField("raw", "");
        if (passages.raw != null) {
            document.add(store);
        }
        try {
            for (String[] passage = passages.next(); passage != null; passage = passages.next()) {
                field.setStringValue(passage[0]);
                store.setStringValue(passage[1]);
                writer.addDocument(document);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads passages line by line, for any number of threads, so that the texts are never all in memory. */
    private static final class Passages implements AutoCloseable {
        private final BufferedReader tokens;
        private final BufferedReader raw;
        private int count;

        Passages(Path tokens, Path raw) throws IOException {
            this.tokens = Files.newBufferedReader(tokens);
            this.raw = raw == null ? null : Files.newBufferedReader(raw);
        }

        synchronized String[] next() throws IOException {
            String line = tokens.readLine();
            if (line == null) {
                return null;
            }
            count++;
            return new String[] {line, raw == null ? "" : raw.readLine()};
        }

        @Override
        public void close() throws IOException {
            tokens.close();
            if (raw != null) {
                raw.close();
            }
        }
    }

    private static long size(Path folder, boolean isStored) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.toString().matches(".*\\.fd[tmx]$") == isStored).mapToLong(f -> f.toFile().length())
                .sum();
        }
    }

    /** Watches the anonymous memory of this process, twenty times a second. */
    private static final class Peak extends Thread {
        private volatile long kilobytes;

        @Override
        public void run() {
            try {
                for (;;) {
                    look();
                    Thread.sleep(50);
                }
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        synchronized void look() throws IOException {
            for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
                if (line.startsWith("RssAnon:")) {
                    kilobytes = Math.max(kilobytes, Long.parseLong(line.replaceAll("\\D", "")));
                }
            }
        }
    }

    private void open(Path folder) throws IOException {
        long start = System.nanoTime();
        searcher = new IndexSearcher(DirectoryReader.open(new MMapDirectory(folder)));
        searcher.setSimilarity(new BM25Similarity(1.2f, 0.75f));
        searcher.setQueryCache(null);
        OUT.printf("opened %.3f%n", (System.nanoTime() - start) / 1e6);
    }

    private void add(String[] words) {
        List<String> terms = List.of(words).subList(2, words.length);
        queries.add(build(words[1], terms));
        best.add(new long[] {Long.MAX_VALUE, Long.MAX_VALUE});
        hits.add(new long[2]);
        tops.add(new ScoreDoc[0]);
        OUT.println("query " + (queries.size() - 1));
    }

    private static Query build(String type, List<String> words) {
        Term first = new Term(FIELD, words.get(0));
        return switch (type) {
            case "And" -> all(words, BooleanClause.Occur.MUST);
            case "Or" -> all(words, BooleanClause.Occur.SHOULD);
            case "Phrase" -> new PhraseQuery(FIELD, words.toArray(String[]::new));
            case "Prefix" -> new PrefixQuery(first);
            case "Wildcard" -> new WildcardQuery(first);
            case "Fuzzy1" -> new FuzzyQuery(first, 1);
            case "Fuzzy2" -> new FuzzyQuery(first, 2);
            case "Term" -> new TermQuery(first);
            default -> throw new IllegalArgumentException("unknown shape '" + type + "'");
        };
    }

    private static Query all(List<String> words, BooleanClause.Occur occur) {
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        for (String word : words) {
            builder.add(new TermQuery(new Term(FIELD, word)), occur);
        }
        return builder.build();
    }

    private void round(int mode) throws IOException {
        for (int i = 0; i < queries.size(); i++) {
            long start = System.nanoTime();
            TopScoreDocCollector collector = TopScoreDocCollector.create(TOP, mode == 0 ? Integer.MAX_VALUE : 1000);
            searcher.search(queries.get(i), collector);
            var docs = collector.topDocs();
            long elapsed = System.nanoTime() - start;
            best.get(i)[mode] = Math.min(best.get(i)[mode], elapsed);
            hits.get(i)[mode] = docs.totalHits.value;
            if (mode == 0) {
                tops.set(i, docs.scoreDocs);
            }
        }
        OUT.println("round " + (mode == 0 ? "exact" : "pruned"));
    }

    private void report(int mode) {
        for (int i = 0; i < queries.size(); i++) {
            StringBuilder line = new StringBuilder("result " + i + " " + hits.get(i)[mode] + " " + best.get(i)[mode]);
            for (ScoreDoc doc : tops.get(i)) {
                line.append(' ').append(doc.doc).append(':').append(doc.score);
            }
            OUT.println(line);
        }
        OUT.println("end");
    }
}
