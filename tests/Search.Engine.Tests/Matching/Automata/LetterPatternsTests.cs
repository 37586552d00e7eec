using System.Text;
using NUnit.Framework;
using Search.Engine.Indexing;
using Search.Engine.Matching.Automata;
using Search.Engine.Schemas;
using Search.Engine.Segments.Terms;
using Search.Engine.Storage;
using Search.Engine.Tests.Oracle;
using Search.Text.Analysis;

namespace Search.Engine.Tests.Matching.Automata;

/// <summary>Fuzzy words and wildcards over dictionaries that keep letters, beside looking at every word.</summary>
internal sealed class LetterPatternsTests
{
    /// <summary>Characters of one to four bytes in UTF-8; those of two UTF-16 units are the last two.</summary>
    private static readonly string[] Alphabet = [.. "aabbeeijqxz019-Aéл日".Select(one => one.ToString()), "😀", "𝄞"];

    private static readonly IndexSchema Schema =
        new([new("text", FieldKind.Text, HasStems: false)], "text", _ => WhitespaceAnalyzer.Instance);

    [Test]
    public void A_pattern_finds_the_words_that_fit_and_no_other()
    {
        int seed = Seeds.Next();
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int round = 0; round < 12; round++)
        {
            int size = random.Next(2, Alphabet.Length + 1);
            string[] alphabet = [.. Alphabet.OrderBy(_ => random.Next()).Take(size)];
            string[] words =
                [.. Enumerable.Range(0, random.Next(600)).Select(_ => Word(random, alphabet, 8)).Distinct()];
            using var storage = new MemoryStorage();
            using IndexSnapshot snapshot = Write(storage, words);
            for (int i = 0; i < 30; i++)
            {
                string word = i % 10 == 0 ? Word(random, alphabet, 90) : Word(random, alphabet, 8);
                (int edits, int prefix) = (random.Next(3), random.Next(3));
                string glob = Word(random, [.. alphabet, "*", "?", "*", "?"], 6);
                Check(snapshot, words, TermPatterns.Fuzzy(word, edits, prefix), one => Fits(one, word, edits, prefix));
                Check(snapshot, words, TermPatterns.Wildcard(glob)!, one => OracleWords.Glob(Units(one), Units(glob)));
            }
        }
    }

    [Test]
    public void No_word_within_some_edits_is_passed_over_by_its_letters()
    {
        int seed = Seeds.Next();
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int round = 0; round < 20_000; round++)
        {
            string word = Word(random, Alphabet, 9);
            List<Rune> edited = [.. word.EnumerateRunes()];
            int edits = random.Next(3);
            for (int i = 0; i < edits; i++)
            {
                Edit(edited, random);
            }

            uint letters = TermLetters.Of(Encoding.UTF8.GetBytes(string.Concat(edited)));
            LetterFilter filter = LetterFilter.Within(TermLetters.Of(Encoding.UTF8.GetBytes(word)), edits);
            Assert.That(filter.Passes(letters), $"{word} {string.Concat(edited)} {edits}");
        }
    }

    [TestCase(62)]
    [TestCase(63)]
    [TestCase(64)]
    [TestCase(100)]
    public void Long_words_are_measured_as_short_ones(int length)
    {
        int seed = Seeds.Next();
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        for (int round = 0; round < 60; round++)
        {
            string word = string.Concat(Enumerable.Range(0, length).Select(_ => Alphabet[random.Next(15)]));
            List<Rune> edited = [.. word.EnumerateRunes()];
            for (int i = random.Next(4); i > 0; i--)
            {
                Edit(edited, random);
            }

            string term = string.Concat(edited);
            int found = TermPatterns.Fuzzy(word, 2, 0).Edits(Encoding.UTF8.GetBytes(term));
            Assert.That(found, Is.EqualTo(Math.Min(3, OracleWords.Edits(Units(term), Units(word)))), term);
        }
    }

    private static void Edit(List<Rune> word, Random random)
    {
        int place = random.Next(word.Count + 1);
        Rune other = Alphabet[random.Next(Alphabet.Length)].EnumerateRunes().First();
        switch (random.Next(4))
        {
            case 0 when place + 1 < word.Count:
                (word[place], word[place + 1]) = (word[place + 1], word[place]);
                break;
            case 1 when place < word.Count:
                word[place] = other;
                break;
            case 2 when place < word.Count:
                word.RemoveAt(place);
                break;
            default:
                word.Insert(place, other);
                break;
        }
    }

    private static IndexSnapshot Write(MemoryStorage storage, string[] words)
    {
        using (IndexWriter writer = IndexWriter.Open(storage, Schema))
        {
            writer.Add(new IndexDocument().Add("text", string.Join(' ', words)));
            writer.Commit();
        }

        return IndexSnapshot.TryOpen(storage, Schema)!;
    }

    private static void Check(IndexSnapshot snapshot, string[] words, TermPattern pattern, Func<string, bool> fits)
    {
        TermCursor terms = snapshot.Segments[0].Terms(Schema.InvertedFields[0]);
        Assert.That(terms.HasLetters);
        List<string> found = [];
        for (bool more = pattern.Seek(terms); more; more = pattern.MoveNext(terms))
        {
            found.Add(Encoding.UTF8.GetString(terms.Term));
        }

        Assert.That(found, Is.EquivalentTo(words.Where(fits)));
    }

    private static bool Fits(string one, string word, int edits, int prefix)
    {
        (one, word) = (Units(one), Units(word));
        prefix = Math.Min(prefix, word.Length);
        return one.StartsWith(word[..prefix], StringComparison.Ordinal)
            && OracleWords.Edits(one[prefix..], word[prefix..]) <= edits;
    }

    /// <summary>One UTF-16 unit a code point, for the oracle, which knows no others.</summary>
    private static string Units(string text) => string.Concat(
        text.EnumerateRunes().Select(rune => (char)(rune.IsBmp ? rune.Value : 0xE000 + (rune.Value & 0xFF))));

    private static string Word(Random random, string[] alphabet, int most) =>
        string.Concat(Enumerable.Range(0, random.Next(1, most)).Select(_ => alphabet[random.Next(alphabet.Length)]));
}
