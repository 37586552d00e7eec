using System.Globalization;
using NUnit.Framework;
using Search.Queries.Explaining;
using Search.Queries.Parsing;
using Search.Queries.Printing;
using Search.Queries.Trees;

namespace Search.Queries.Tests.Fuzzing;

/// <summary>Whatever is written, the parser answers, and what it answers can be printed and read again.</summary>
/// <remarks><c>SEARCH_FUZZ_RUNS=1000000</c> makes the full run.</remarks>
public class QueryFuzzTests
{
    private static readonly int Runs =
        int.TryParse(Environment.GetEnvironmentVariable("SEARCH_FUZZ_RUNS"), CultureInfo.InvariantCulture, out int runs)
            ? runs
            : 20_000;

    private static Random Seeded()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}, runs {Runs}");
        return new Random(seed);
    }

    [TestCase(Occur.Must)]
    [TestCase(Occur.Should)]
    public void Any_string_is_read_and_printed_and_read_as_the_same(Occur occur)
    {
        QueryOptions options = TestQueries.Options with { DefaultOccur = occur };
        var strings = new RandomStrings(Seeded());
        for (int i = 0; i < Runs; i++)
        {
            string input = strings.Next(i % 40 == 0 ? 400 : 12);
            ParsedQuery parsed = QueryParser.Parse(input, options);
            string printed = QueryPrinter.Print(parsed.Query, options);
            ParsedQuery again = QueryParser.Parse(printed, options);
            if (!again.Query.Equals(parsed.Query) || again.Repairs.Count > 0)
            {
                string repairs = string.Join(' ', again.Repairs.Select(r => $"{r.Code}@{r.Position}"));
                Assert.Fail($"input:   {input}\nprinted: {printed}\nagain:   "
                    + $"{QueryPrinter.Print(again.Query, options)}\nrepairs: {repairs}");
            }

            Assert.That(QueryReading.Describe(parsed.Query, options), Does.EndWith("."));
            CheckRepairs(parsed);
        }
    }

    [TestCase(Occur.Must)]
    [TestCase(Occur.Should)]
    public void Any_tree_is_printed_and_read_as_its_normal_form(Occur occur)
    {
        QueryOptions options = TestQueries.Options with { DefaultOccur = occur };
        var trees = new RandomTrees(Seeded());
        for (int i = 0; i < Runs; i++)
        {
            Query tree = trees.Next(i % 4);
            Query normal = new NormalForm(options).Of(tree);
            string printed = QueryPrinter.Print(tree, options);
            ParsedQuery parsed = QueryParser.Parse(printed, options);
            if (!parsed.Query.Equals(normal) || parsed.Repairs.Count > 0)
            {
                string repairs = string.Join(' ', parsed.Repairs.Select(r => $"{r.Code}@{r.Position}"));
                Assert.Fail($"tree:    {tree}\nnormal:  {normal}\nprinted: {printed}\nagain:   "
                    + $"{QueryPrinter.Print(parsed.Query, options)}\nrepairs: {repairs}");
            }

            Assert.That(new NormalForm(options).Of(normal), Is.EqualTo(normal));
        }
    }

    private static void CheckRepairs(ParsedQuery parsed)
    {
        int last = 0;
        foreach (QueryRepair repair in parsed.Repairs)
        {
            Assert.That(repair.Position, Is.InRange(last, parsed.Input.Length));
            Assert.That(repair.Position + repair.Length, Is.InRange(repair.Position, parsed.Input.Length));
            Assert.That(repair.Message, Does.EndWith("."));
            last = repair.Position;
        }
    }
}
