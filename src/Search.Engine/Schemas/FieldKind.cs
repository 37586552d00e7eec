namespace Search.Engine.Schemas;

/// <summary>How the values of a field are indexed.</summary>
public enum FieldKind
{
    /// <summary>
    /// Analyzed text, with positions and norms, in two inverted forms: exact and stemmed. One value a document.
    /// </summary>
    Text,

    /// <summary>
    /// Values taken whole, compared byte by byte as UTF-8: postings without frequencies, and a column of ordinals for
    /// facets and sorting. Any number of values a document.
    /// </summary>
    Keyword,

    /// <summary>
    /// A closed interval of 64-bit integers in a column; a plain number is an interval of one value. A range matches on
    /// overlap, sorting goes by the lower end, documents without a value last. At most one value a document.
    /// </summary>
    Interval,

    /// <summary>Kept and given back, not searchable.</summary>
    StoredOnly,
}
