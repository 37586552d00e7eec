namespace Search.Corpus.Languages;

/// <summary>Scripts that the detector tells apart.</summary>
internal enum Script
{
    /// <summary>No letter, or one of a script that is not listed.</summary>
    Unknown,

    /// <summary>Latin.</summary>
    Latin,

    /// <summary>Cyrillic.</summary>
    Cyrillic,

    /// <summary>Arabic.</summary>
    Arabic,

    /// <summary>Chinese characters and Japanese syllables.</summary>
    Han,

    /// <summary>Korean.</summary>
    Hangul,

    /// <summary>Greek.</summary>
    Greek,

    /// <summary>Hebrew.</summary>
    Hebrew,

    /// <summary>Devanagari.</summary>
    Devanagari,
}
