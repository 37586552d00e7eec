namespace Search.Bench.Engines;

/// <summary>What an index of ours holds.</summary>
internal enum IndexShape
{
    /// <summary>One text field, unstemmed: what the peers hold.</summary>
    Plain,

    /// <summary>The same, and the raw text stored.</summary>
    Stored,

    /// <summary>The same as <see cref="Plain"/>, and columns of four themes and fifty issuers.</summary>
    Labelled,

    /// <summary>
    /// What the product keeps of a paragraph: text and title in both forms and stored, an id, columns of themes,
    /// document, issuer, kind and year, the date, and its number.
    /// </summary>
    Product,
}
