namespace Search.Text.Stemming;

/// <summary>
/// The French stemmer of Snowball (snowballstem.org/algorithms/french/stemmer.html, with the changes up to Snowball
/// 3.0). Diacritics mean something to it.
/// </summary>
internal sealed class FrenchStemmer : Stemmer
{
    /// <inheritdoc/>
    public override bool TakesFoldedWords => false;

    /// <inheritdoc/>
    public override int Stem(Span<char> word, int length)
    {
        FrenchWord stem = new(word, length);
        stem.Prepare();
        stem.DropSuffixes();
        stem.Finish();
        return stem.Length;
    }
}
