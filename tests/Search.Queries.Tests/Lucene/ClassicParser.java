import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.queryparser.classic.ParseException;
import org.apache.lucene.queryparser.classic.QueryParser;

/**
 * Reads one query string a line and prints what Lucene's classic parser makes of it: the string of its query, or
 * "ERROR". AND is the default operator unless the first argument is "or"; leading wildcards are allowed.
 */
public final class ClassicParser {
    public static void main(String[] args) throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            QueryParser parser = new QueryParser("", new WhitespaceAnalyzer());
            parser.setAllowLeadingWildcard(true);
            parser.setSplitOnWhitespace(true);
            if (args.length == 0 || !args[0].equals("or")) {
                parser.setDefaultOperator(QueryParser.Operator.AND);
            }
            try {
                out.println(parser.parse(line).toString(""));
            } catch (ParseException | IllegalArgumentException e) {
                out.println("ERROR");
            }
        }
    }
}
