namespace Search.Text.Spellings;

/// <summary>
/// British and American spellings that follow a rule: <c>organisation</c> and <c>organization</c>, <c>analyse</c> and
/// <c>analyze</c>. Words whose <c>-ise</c> or <c>-ize</c> is no suffix are left alone, and so are short ones
/// (<c>prise</c> and <c>prize</c> are two words).
/// </summary>
public static class SpellingRules
{
    private const int LeastStem = 3;

    private static readonly string[] Endings =
    [
        "ationally", "ational", "ations", "ation", "ability", "able", "ingly", "ings", "ing", "ers", "er", "ed", "es",
        "e",
    ];

    /// <summary>Those of <see cref="Endings"/> that verbs on -yse take.</summary>
    private static readonly string[] VerbEndings = ["ings", "ing", "ers", "er", "ed", "es", "e"];

    // What stands before the ending, where that is no suffix.
    private static readonly HashSet<string> NoSuffix = new(StringComparer.Ordinal)
    {
        "advertis", "advis", "anis", "appris", "aris", "bris", "bruis", "cerulis", "chais", "chastis", "chemis",
        "circumcis", "clockwis", "compris", "compromis", "concis", "counterclockwis", "crevis", "cruis", "demis",
        "despis", "devis", "disenfranchis", "disguis", "downsis", "enfranchis", "enterpris", "excis", "exercis",
        "expertis", "franchis", "frais", "fundrais", "guis", "imprecis", "improvis", "incis", "likewis", "malais",
        "mayonnais", "merchandis", "nois", "otherwis", "paradis", "poris", "pois", "prais", "apprais", "reapprais",
        "precis", "premis", "promis", "rais", "repris", "revis", "stepwis", "supervis", "surmis", "surpris", "televis",
        "tortois", "treatis", "turquois", "unwis", "upris", "valis", "capsiz", "downsiz", "maiz", "midsiz", "oversiz",
        "outsiz", "resiz", "upsiz", "undersiz", "gueriz",
    };

    /// <summary>The other spelling of a word; null where no rule gives one.</summary>
    /// <param name="word">A word in its exact form: folded.</param>
    public static Respelling? Of(string word)
    {
        ArgumentNullException.ThrowIfNull(word);
        foreach (string ending in Endings)
        {
            if (word.EndsWith(ending, StringComparison.Ordinal)
                && Respell(word.AsSpan(0, word.Length - ending.Length), ending) is Respelling other)
            {
                return other;
            }
        }

        return null;
    }

    private static Respelling? Respell(ReadOnlySpan<char> stem, string ending)
    {
        string[] endings = stem switch
        {
            [.., 'i', 's' or 'z'] => Endings,
            [.., 'y', 's' or 'z'] => VerbEndings,
            _ => [],
        };
        if (stem.Length < LeastStem + 2 || !endings.Contains(ending) || NoSuffix.Contains(stem.ToString()))
        {
            return null;
        }

        bool isAmerican = stem[^1] == 'z';
        string other = string.Concat(stem[..^1], isAmerican ? "s" : "z");
        return new Respelling(other + ending, [.. endings.Select(end => other + end)], IsStemmed: isAmerican);
    }
}
