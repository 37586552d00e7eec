using Search.Queries.Trees;

namespace Search.Queries.Parsing;

/// <summary>What the groups and fields around a clause say about it.</summary>
/// <param name="Field">Field that holds for it, or null.</param>
/// <param name="Form">Form of its words that do not say their own.</param>
/// <param name="Depth">How many groups it stands in.</param>
internal readonly record struct Scope(string? Field, WordForm Form, int Depth)
{
    /// <summary>A leaf in this scope.</summary>
    internal Query Apply(Query leaf) => leaf switch
    {
        TermQuery q => q with { Field = Field, Form = q.Form == WordForm.Default ? Form : q.Form },
        PhraseQuery q => q with { Field = Field, Form = q.Form == WordForm.Default ? Form : q.Form },
        PrefixQuery q => q with { Field = Field },
        WildcardQuery q => q with { Field = Field },
        RegexQuery q => q with { Field = Field },
        FuzzyQuery q => q with { Field = Field },
        RangeQuery q => q with { Field = Field },
        MatchAllQuery when Field is not null => new RangeQuery(Field, null, null, true, true),
        _ => leaf,
    };
}
