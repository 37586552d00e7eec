using System.Diagnostics;
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

    /// <summary>
    /// What is thrown together at random, repeated up to 10 and 100 kB, or 100 kB and 1 MB in the full run. A busy
    /// machine may disturb one measurement; a parser that is not linear fails them all.
    /// </summary>
    [Test]
    public void Time_is_linear_in_the_length_of_any_mixture()
    {
        QueryOptions options = TestQueries.Options with { MaxLength = int.MaxValue, MaxClauses = int.MaxValue };
        var strings = new RandomStrings(Seeded());
        bool isFull = Runs >= 1_000_000;
        int length = isFull ? 100_000 : 10_000;
        for (int i = 0; i < (isFull ? 60 : 12); i++)
        {
            string piece = strings.Next(6);
            string small = Repeated(piece, length);
            string large = Repeated(piece, 10 * length);
            TimeSpan first = TimeSpan.Zero;
            TimeSpan second = TimeSpan.MaxValue;
            TimeSpan allowed = TimeSpan.Zero;
            for (int attempt = 0; attempt < 10 && second > allowed; attempt++)
            {
                first = Time(small, options);
                second = Time(large, options);
                allowed = (first * 35) + TimeSpan.FromMilliseconds(30);
            }

            Assert.That(second, Is.LessThanOrEqualTo(allowed), $"{first} and {second} for: {piece}");
        }
    }

    private static string Repeated(string piece, int length) =>
        string.Concat(Enumerable.Repeat(piece, (length / piece.Length) + 1));

    private static TimeSpan Time(string input, QueryOptions options)
    {
        var watch = Stopwatch.StartNew();
        _ = QueryParser.Parse(input, options);
        return watch.Elapsed;
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
