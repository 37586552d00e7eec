namespace Search.Engine.Tests.Lucene;

/// <summary>Passages of random words of few letters, some common and most rare.</summary>
internal sealed class RandomPassages(Random random)
{
    private readonly string[] _words = [.. Enumerable.Range(0, 250).Select(_ => NewWord(random)).Distinct()];

    /// <summary>The words, the common ones first.</summary>
    public IReadOnlyList<string> Words => _words;

    /// <summary>A word that few passages or none hold.</summary>
    public static string NewWord(Random random) =>
        string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => (char)('a' + random.Next(4))))
        + (random.NextDouble() < 0.05 ? "é😀" : "");

    /// <summary>Makes passages.</summary>
    public LucenePassage[] Make(int count) =>
    [
        .. Enumerable.Range(0, count).Select(_ => new LucenePassage(
            Text(), random.Next(100), new DateOnly(2018, 1, 1).AddDays(random.Next(2500)))),
    ];

    private string Text()
    {
        int kinds = random.NextDouble() < 0.3 ? 8 : _words.Length;
        return string.Join(' ', Enumerable.Range(0, random.Next(45)).Select(_ =>
            _words[(int)(kinds * Math.Pow(random.NextDouble(), 2))]));
    }
}
