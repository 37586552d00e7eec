using NUnit.Framework;
using Search.Queries.Explaining;
using Search.Queries.Parsing;
using Search.Queries.Printing;

namespace Search.Queries.Tests.Documentation;

/// <summary>The tables of docs/QUERIES.md say what the code does.</summary>
public class QueriesDocumentTests
{
    private static readonly QueryOptions Options = TestQueries.Options;

    private static IEnumerable<string[]> Rows(string header)
    {
        bool isInTable = false;
        foreach (string line in File.ReadLines(Repository.PathOf("docs/QUERIES.md")))
        {
            if (line == header)
            {
                isInTable = true;
            }
            else if (isInTable && !line.StartsWith('|'))
            {
                yield break;
            }
            else if (isInTable && !line.StartsWith("|---", StringComparison.Ordinal))
            {
                yield return Cells(line);
            }
        }
    }

    private static string[] Cells(string line) =>
        [.. line.Replace("\\|", "\0", StringComparison.Ordinal).Trim('|').Split('|')
            .Select(c => c.Trim().Replace('\0', '|'))];

    private static string Code(string cell) => cell.Length > 1 && cell[0] == '`' ? cell[1..^1] : cell;

    private static IEnumerable<TestCaseData> Examples() =>
        Rows("| written | printed | read as |").Select(c => new TestCaseData(Code(c[0]), Code(c[1]), c[2]));

    private static IEnumerable<TestCaseData> Repairs() =>
        Rows("| written | printed | repairs |").Select(c => new TestCaseData(Code(c[0]), Code(c[1]), c[2]));

    private static IEnumerable<TestCaseData> Summaries() =>
        Rows("| written | means |").SelectMany(c => c[0].Split("`, `")).Select(c => new TestCaseData(c.Trim('`')));

    [TestCaseSource(nameof(Examples))]
    public void An_example_is_printed_and_said_as_the_document_says(string written, string printed, string readAs)
    {
        Assert.That(QueryParser.TryParseStrict(written, Options, out ParsedQuery parsed, out _), Is.True);
        Assert.That(QueryPrinter.Print(parsed.Query, Options), Is.EqualTo(printed));
        Assert.That(QueryParser.Parse(printed, Options).Query, Is.EqualTo(parsed.Query));
        Assert.That(QueryReading.Describe(parsed.Query, Options), Is.EqualTo(readAs));
    }

    [TestCaseSource(nameof(Repairs))]
    public void A_mistake_is_mended_as_the_document_says(string written, string printed, string codes)
    {
        ParsedQuery parsed = QueryParser.Parse(written, Options);
        Assert.That(QueryPrinter.Print(parsed.Query, Options), Is.EqualTo(printed));
        Assert.That(string.Join(", ", parsed.Repairs.Select(r => $"`{r.Code}`")), Is.EqualTo(codes));
    }

    [TestCaseSource(nameof(Summaries))]
    public void What_the_summary_writes_is_well_formed(string written) =>
        Assert.That(QueryParser.TryParseStrict(written, Options, out _, out _), Is.True);

    [Test]
    public void There_are_examples_of_both_kinds()
    {
        Assert.That(Examples().Count(), Is.GreaterThan(50));
        Assert.That(Repairs().Count(), Is.GreaterThan(10));
        Assert.That(Summaries().Count(), Is.GreaterThan(30));
    }
}
