namespace Search.Text.Stemming;

/// <summary>
/// The Spanish stemmer of Snowball (snowballstem.org/algorithms/spanish/stemmer.html, with the changes up to Snowball
/// 3.0). Diacritics mean something to it.
/// </summary>
internal sealed class SpanishStemmer : Stemmer
{
    /// <inheritdoc/>
    public override bool TakesFoldedWords => false;

    /// <inheritdoc/>
    public override int Stem(Span<char> word, int length)
    {
        SpanishWord stem = new(word, length);
        stem.FindRegions();
        stem.DropPronoun();
        stem.DropSuffixes();
        stem.Finish();
        return stem.Length;
    }
}
