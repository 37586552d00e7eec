using System.Text;
using NUnit.Framework;
using Search.Engine.Segments.Files;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Tests.Segments;

/// <summary>A dictionary gives back its terms in order, from any place.</summary>
[TestFixture]
internal sealed class TermDictionaryTests
{
    [TestCase(0)]
    [TestCase(1)]
    [TestCase(32)]
    [TestCase(33)]
    [TestCase(3000)]
    public void SeeksAndScansAgreeWithASortedList(int count)
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        List<(byte[] Term, TermEntry Entry)> terms = Terms(random, count);
        using SegmentFile file = Write(terms);
        var dictionary = new TermDictionary(file, 0, hasPositions: true);
        Assert.That(dictionary.Count, Is.EqualTo(terms.Count));
        var cursor = new DictionaryCursor(dictionary);
        foreach ((byte[] term, TermEntry entry) in terms)
        {
            Assert.That(cursor.MoveNext(), Is.True);
            Assert.That(cursor.Term.ToArray(), Is.EqualTo(term));
            if (random.Next(2) == 0)
            {
                Assert.That(cursor.Entry, Is.EqualTo(entry));
            }
        }

        Assert.That(cursor.MoveNext(), Is.False);
        Assert.That(cursor.MoveNext(), Is.False);
        for (int round = 0; round < 500; round++)
        {
            byte[] target = round % 2 == 0 && count > 0 ? terms[random.Next(terms.Count)].Term : Term(random);
            int place = terms.FindIndex(term => term.Term.AsSpan().SequenceCompareTo(target) >= 0);
            Assert.That(cursor.Seek(target), Is.EqualTo(place >= 0));
            for (int next = place; next >= 0 && next < Math.Min(terms.Count, place + random.Next(60)); next++)
            {
                Assert.That(cursor.Term.ToArray(), Is.EqualTo(terms[next].Term));
                Assert.That(cursor.Ordinal, Is.EqualTo(next));
                Assert.That(cursor.Entry, Is.EqualTo(terms[next].Entry));
                Assert.That(cursor.MoveNext(), Is.EqualTo(next + 1 < terms.Count));
            }
        }
    }

    [Test]
    public void AnyOrdinalIsReachedFromAnyOther()
    {
        var random = new Random(11);
        List<(byte[] Term, TermEntry Entry)> terms = Terms(random, 300);
        using SegmentFile file = Write(terms);
        var cursor = new DictionaryCursor(new TermDictionary(file, 0, hasPositions: true));
        for (int round = 0; round < 300; round++)
        {
            int ordinal = random.Next(terms.Count);
            cursor.MoveTo(ordinal);
            Assert.That(cursor.Term.ToArray(), Is.EqualTo(terms[ordinal].Term));
        }
    }

    private static SegmentFile Write(List<(byte[] Term, TermEntry Entry)> terms) =>
        SegmentFixture.Write(1000, (storage, output) =>
        {
            using var writer = new TermDictionaryWriter(storage, "terms.tmp", hasPositions: true);
            foreach ((byte[] term, TermEntry entry) in terms)
            {
                writer.Add(term, entry);
            }

            writer.Finish(output, 0);
        });

    private static List<(byte[] Term, TermEntry Entry)> Terms(Random random, int count)
    {
        var distinct = new HashSet<string>(StringComparer.Ordinal);
        while (distinct.Count < count)
        {
            distinct.Add(Convert.ToHexString(Term(random)));
        }

        List<(byte[] Term, TermEntry Entry)> terms = [];
        long postings = 0;
        long positions = 0;
        foreach (string hex in distinct.Order(StringComparer.Ordinal))
        {
            int documents = 1 + random.Next(3);
            long occurrences = documents + random.Next(3);
            postings += random.Next(100_000);
            positions += random.Next(100_000);
            terms.Add((Convert.FromHexString(hex), new TermEntry(
                documents,
                occurrences,
                documents == 1 ? random.Next(1000) : postings,
                occurrences == 1 ? random.Next(200) : positions)));
        }

        return terms;
    }

    private static byte[] Term(Random random) => Encoding.UTF8.GetBytes(
        new string('é', random.Next(random.Next(20) == 0 ? 100 : 4)) + random.Next(100_000));
}
