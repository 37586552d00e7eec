namespace Search.Text.Stemming;

/// <summary>
/// The English stemmer of Snowball, known as Porter2 (M. F. Porter, "The English (Porter2) stemming algorithm",
/// snowballstem.org/algorithms/english/stemmer.html, with the changes up to Snowball 3.0). A final 's is dropped first.
/// </summary>
internal sealed class EnglishStemmer : Stemmer
{
    private static readonly Dictionary<string, string> Exceptions = new(StringComparer.Ordinal)
    {
        ["skis"] = "ski",
        ["skies"] = "sky",
        ["idly"] = "idl",
        ["gently"] = "gentl",
        ["ugly"] = "ugli",
        ["early"] = "earli",
        ["only"] = "onli",
        ["singly"] = "singl",
        ["sky"] = "sky",
        ["news"] = "news",
        ["howe"] = "howe",
        ["atlas"] = "atlas",
        ["cosmos"] = "cosmos",
        ["bias"] = "bias",
        ["andes"] = "andes",
    };

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> ExceptionLookup =
        Exceptions.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <inheritdoc/>
    public override bool TakesFoldedWords => true;

    /// <inheritdoc/>
    public override int Stem(Span<char> word, int length)
    {
        if (length < 3)
        {
            return length;
        }

        if (length <= 6 && ExceptionLookup.TryGetValue(word[..length], out string? exception))
        {
            exception.CopyTo(word);
            return exception.Length;
        }

        EnglishWord stem = new(word, length);
        stem.Prepare();
        stem.DropPossessiveAndPlural();
        stem.DropPastAndParticiple();
        stem.ReplaceFinalY();
        stem.ReplaceLongSuffix();
        stem.ReplaceMiddleSuffix();
        stem.DropShortSuffix();
        stem.DropFinalEOrL();
        return stem.Finish();
    }
}
