using System.Text;
using Search.Text.Analysis;

namespace Search.Passages.Synonyms;

/// <summary>One term of a file of synonyms: a word, or several that follow each other.</summary>
/// <param name="Text">As written.</param>
/// <param name="Words">The exact forms of its words, in order; one or more.</param>
/// <param name="Stems">Their English stems, in order.</param>
internal sealed record SynonymTerm(string Text, IReadOnlyList<string> Words, IReadOnlyList<string> Stems)
{
    /// <summary>What it is looked up by: of several words, whatever their inflection.</summary>
    public string Key => Words.Count == 1 ? Words[0] : KeyOf(Stems);

    /// <summary>The key of words that follow each other.</summary>
    public static string KeyOf(IEnumerable<string> stems) => string.Join(' ', stems);

    /// <summary>Reads a term; null where it holds no word.</summary>
    public static SynonymTerm? Read(string text)
    {
        var tokens = new TokenBuffer();
        Analyzers.English.Analyze(text, tokens);
        if (tokens.Count == 0)
        {
            return null;
        }

        string[] words = new string[tokens.Count];
        string[] stems = new string[tokens.Count];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = Encoding.UTF8.GetString(tokens.Exact(i));
            stems[i] = Encoding.UTF8.GetString(tokens.Stem(i));
        }

        return new SynonymTerm(text, words, stems);
    }

    /// <summary>The English plural of a word, by rule: a word that is none does no harm.</summary>
    public static string Plural(string word) => word switch
    {
        [.., 's' or 'x' or 'z'] or [.., 'c' or 's', 'h'] => word + "es",
        [.., not ('a' or 'e' or 'i' or 'o' or 'u'), 'y'] => word[..^1] + "ies",
        _ => word + "s",
    };
}
