namespace Search.Engine.Schemas;

/// <summary>Which form of its words an inverted field holds.</summary>
public enum TermForm
{
    /// <summary>Surface words, folded; for keywords the whole value.</summary>
    Exact,

    /// <summary>Stems.</summary>
    Stemmed,
}
