using System.Text;

namespace Search.Corpus.Themes.Features;

/// <summary>
/// Words that say nothing by themselves. Negations, pronouns and modal verbs are not among them: these do.
/// </summary>
internal static class CommonWords
{
    private static readonly StemTable Words = Make(
        "the of and to a in for that is on by with be as are this or which from it at an have has its was were been "
        + "their they");

    /// <summary>Whether a stem is one of them.</summary>
    public static bool Contains(ReadOnlySpan<byte> stem) => stem.Length <= 5 && Words.Find(stem) >= 0;

    private static StemTable Make(string words)
    {
        var table = new StemTable();
        foreach (string word in words.Split(' '))
        {
            table.Add(Encoding.UTF8.GetBytes(word));
        }

        return table;
    }
}
