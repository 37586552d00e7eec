using System.Text;
using NUnit.Framework;
using Search.Engine.Indexing;
using Search.Engine.Schemas;
using Search.Engine.Segments.Columns;
using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Tests.Indexing;

/// <summary>A document in memory answers as a segment of one document.</summary>
[TestFixture]
internal sealed class MemoryDocumentTests
{
    private static readonly FieldDefinition Body = new("text", FieldKind.Text);
    private static readonly FieldDefinition Tag = new("tag", FieldKind.Keyword);
    private static readonly FieldDefinition Year = new("year", FieldKind.Interval);

    private static readonly IndexSchema Schema = new([Body, Tag, Year], "text", _ => new SpaceAnalyzer());

    private static readonly InvertedField Exact = Schema.Inverted(Body, TermForm.Exact);

    [Test]
    public void GivesTermsInTheOrderOfTheirBytesWithFrequencies()
    {
        MemoryDocument document = Of("to be or not to be longerthaneight longerthaneig");
        Assert.That(
            TermsOf(document, Exact),
            Is.EqualTo((string[])["be:2", "longerthaneig:1", "longerthaneight:1", "not:1", "or:1", "to:2"]));
    }

    [Test]
    public void GivesThePositionsOfATermAscending()
    {
        MemoryDocument document = Of("to be ~ or not to be");
        Assert.That(PositionsOf(document, "be"), Is.EqualTo((int[])[1, 6]));
    }

    [Test]
    public void GivesTheSameHoweverOftenItIsAsked()
    {
        MemoryDocument document = Of("a +b +b c a +b");
        for (int look = 0; look < 20; look++)
        {
            Assert.That(PositionsOf(document, "a"), Is.EqualTo((int[])[0, 2]), $"look {look}");
            Assert.That(PositionsOf(document, "+b"), Has.Length.EqualTo(2), $"look {look}");
            Assert.That(document.TryFindTerm(Exact, "d"u8, out _), Is.False, $"look {look}");
        }
    }

    [Test]
    public void CountsATermTwiceAtOnePositionOnce()
    {
        MemoryDocument document = Of("a +b +b c");
        Assert.That(PositionsOf(document, "+b"), Is.EqualTo((int[])[0]));
        Assert.That(document.Statistics(Exact).SumTotalTermFrequency, Is.EqualTo(3));
    }

    [Test]
    public void StemmedAndExactFormsAreFieldsOfTheirOwn()
    {
        MemoryDocument document = Of("rights right");
        Assert.That(TermsOf(document, Exact), Is.EqualTo((string[])["right:1", "rights:1"]));
        Assert.That(TermsOf(document, Schema.Inverted(Body, TermForm.Stemmed)), Is.EqualTo((string[])["right:2"]));
    }

    [Test]
    public void ACursorVisitsItsOneDocumentAndStaysAtTheEnd()
    {
        MemoryDocument document = Of("a");
        document.TryFindTerm(Exact, "a"u8, out TermEntry entry);
        PostingsCursor cursor = document.Postings(Exact, entry);
        Assert.That(cursor.DocId, Is.EqualTo(-1));
        Assert.That(cursor.Seek(0), Is.Zero);
        Assert.That(cursor.Seek(0), Is.Zero);
        Assert.That(cursor.Next(), Is.EqualTo(DocCursor.End));
        Assert.That(cursor.Next(), Is.EqualTo(DocCursor.End));
    }

    [Test]
    public void KeywordsAreDistinctAndOrderedByTheirBytes()
    {
        var values = new IndexDocument().Add("tag", "b").Add("tag", "a").Add("tag", "b").Add("tag", "");
        var document = new MemoryDocument(Schema);
        document.Reset(values);
        KeywordColumn column = document.Keywords(Tag);
        int[] buffer = [];
        Assert.That(column.Ordinals(0, ref buffer).ToArray(), Is.EqualTo((int[])[0, 1]));
        Assert.That(Encoding.UTF8.GetString(column.Value(1)), Is.EqualTo("b"));
    }

    [Test]
    public void AResetLeavesNothingBehind()
    {
        var document = new MemoryDocument(Schema);
        document.Reset(new IndexDocument().Add("text", "old words").Add("tag", "x").Add("year", 1, 2));
        document.Reset(new IndexDocument().Add("text", "new"));
        Assert.That(TermsOf(document, Exact), Is.EqualTo((string[])["new:1"]));
        Assert.That(document.Keywords(Tag).ValueCount, Is.Zero);
        Assert.That(document.Intervals(Year).TryGet(0, out _, out _), Is.False);
        Assert.That(document.Norms(Exact).ToArray(), Is.EqualTo((byte[])[1]));
    }

    [Test]
    public void TokensGiveOffsetsIntoTheText()
    {
        MemoryDocument document = Of("to  be");
        Assert.That(document.Tokens(Body)[1].Start, Is.EqualTo(4));
    }

    [TestCase("nowhere")]
    [TestCase("year")]
    public void AValueThatDoesNotFitIsRefused(string field)
    {
        var document = new MemoryDocument(Schema);
        Assert.That(() => document.Reset(new IndexDocument().Add(field, "x")), Throws.ArgumentException);
    }

    [Test]
    public void ASecondTextIsRefused()
    {
        var document = new MemoryDocument(Schema);
        var twice = new IndexDocument().Add("text", "").Add("text", "x");
        Assert.That(() => document.Reset(twice), Throws.ArgumentException);
    }

    [Test]
    public void TermsAgreeWithAListScanOfRandomTexts()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var document = new MemoryDocument(Schema);
        for (int round = 0; round < 300; round++)
        {
            string[] words = [.. Enumerable.Range(0, random.Next(200)).Select(_ => RandomWord(random))];
            document.Reset(new IndexDocument().Add("text", string.Join(' ', words)));
            string[] expected = [.. words.GroupBy(word => word, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => $"{group.Key}:{group.Count()}")];
            Assert.That(TermsOf(document, Exact), Is.EqualTo(expected));
            foreach (string word in words.Take(5))
            {
                int[] places = [.. Enumerable.Range(0, words.Length).Where(i => words[i] == word)];
                Assert.That(PositionsOf(document, word), Is.EqualTo(places));
            }
        }
    }

    private static string RandomWord(Random random)
    {
        // Few letters behind a long common beginning, so that words agree in their first eight bytes and beyond.
        string beginning = new('x', random.Next(12));
        string end = random.Next(3) == 0 ? "" : ((char)('a' + random.Next(26))).ToString();
        return beginning + (char)('a' + random.Next(3)) + end;
    }

    private static MemoryDocument Of(string text)
    {
        var document = new MemoryDocument(Schema);
        document.Reset(new IndexDocument().Add("text", text));
        return document;
    }

    private static List<string> TermsOf(MemoryDocument document, InvertedField field)
    {
        List<string> terms = [];
        TermCursor cursor = document.Terms(field);
        while (cursor.MoveNext())
        {
            terms.Add($"{Encoding.UTF8.GetString(cursor.Term)}:{cursor.Entry.TotalTermFrequency}");
        }

        return terms;
    }

    private static int[] PositionsOf(MemoryDocument document, string word)
    {
        Assert.That(document.TryFindTerm(Exact, Encoding.UTF8.GetBytes(word), out TermEntry entry), Is.True);
        PostingsCursor cursor = document.Postings(Exact, entry);
        cursor.Next();
        return cursor.Positions().ToArray();
    }
}
