using Search.Queries.Trees;

namespace Search.Queries.Parsing;

/// <summary>Reads a leaf in its scope: behind a field, some words are ranges and some phrases are values.</summary>
internal sealed class LeafReader(QueryInput input, QueryOptions options)
{
    /// <summary>The tree of a leaf, without its boost.</summary>
    /// <param name="token">The leaf.</param>
    /// <param name="next">The token behind it.</param>
    /// <param name="scope">What the groups and fields around it say.</param>
    /// <param name="takesNext">Whether the next token is part of it, as in <c>date:&gt; 2019</c>.</param>
    internal Query Read(QueryToken token, QueryToken next, Scope scope, out bool takesNext)
    {
        takesNext = false;
        if (scope.Field is null)
        {
            return scope.Apply(token.Leaf!); // a leaf token has its tree
        }

        if (token.IsPlainWord && token.Leaf is TermQuery word)
        {
            Query query = ReadRange(token, word, next, out takesNext) is { } range ? range : word;
            return scope.Apply(query);
        }

        return token.WholeText is { } whole && options.KeywordFields.Contains(scope.Field)
            ? scope.Apply(new TermQuery(null, whole, WordForm.Exact))
            : scope.Apply(token.Leaf!);
    }

    // >2019 and 2019..2024 are ranges; an escape anywhere in the sign makes it text.
    private RangeQuery? ReadRange(QueryToken token, TermQuery word, QueryToken next, out bool takesNext)
    {
        takesNext = false;
        ReadOnlySpan<char> raw = input.Text.AsSpan(token.Start, token.End - token.Start);
        int sign = RangeReader.ComparisonLength(raw);
        if (sign > 0 && sign < word.Text.Length)
        {
            return RangeReader.FromComparison(raw[..sign], word.Text[sign..]);
        }

        if (sign > 0 && sign == word.Text.Length && ValueOf(next) is { } value)
        {
            takesNext = true;
            return RangeReader.FromComparison(raw[..sign], value);
        }

        return raw.Contains('\\') ? null : RangeReader.FromDots(word.Text);
    }

    private static string? ValueOf(QueryToken token) =>
        token.WholeText ?? (token.IsPlainWord && token.Leaf is TermQuery term ? term.Text : null);
}
