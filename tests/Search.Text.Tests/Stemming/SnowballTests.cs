using System.IO.Compression;
using Search.Text.Stemming;

namespace Search.Text.Tests.Stemming;

internal sealed class SnowballTests
{
    [Test]
    public void English_stems_the_whole_vocabulary_as_published() => Check("english", new EnglishStemmer());

    [Test]
    public void French_stems_the_whole_vocabulary_as_published() => Check("french", new FrenchStemmer());

    [Test]
    public void Spanish_stems_the_whole_vocabulary_as_published() => Check("spanish", new SpanishStemmer());

    [Test]
    public void Russian_stems_the_whole_vocabulary_as_published() => Check("russian", new RussianStemmer());

    private static void Check(string language, Stemmer stemmer)
    {
        string[] words = Read(language, "voc.txt.gz");
        string[] stems = Read(language, "output.txt.gz");
        Assert.That(stems, Has.Length.EqualTo(words.Length));
        List<string> wrong = [];
        for (int i = 0; i < words.Length; i++)
        {
            string stem = Stem(stemmer, words[i]);
            if (stem != stems[i])
            {
                wrong.Add($"{words[i]} → {stem}, not {stems[i]}");
            }
        }

        Assert.That(wrong, Is.Empty, $"{wrong.Count} of {words.Length} words");
    }

    private static string Stem(Stemmer stemmer, string word)
    {
        char[] buffer = new char[(word.Length * 2) + Stemmer.SpareRoom];
        word.CopyTo(buffer);
        return new string(buffer, 0, stemmer.Stem(buffer, word.Length));
    }

    private static string[] Read(string language, string file)
    {
        string path = Path.Combine(TestData.Require("conformance/snowball"), language, file);
        using StreamReader reader = new(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
