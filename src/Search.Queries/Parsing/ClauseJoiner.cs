using System.Runtime.InteropServices;
using Search.Queries.Trees;

namespace Search.Queries.Parsing;

/// <summary>
/// Builds the tree of a group from its clauses by precedence: NOT, AND, OR. A blank is AND and binds like it, or, where
/// the default operator is OR, binds like OR and honours + and - as Lucene does.
/// </summary>
internal static class ClauseJoiner
{
    /// <summary>The query that a group's clauses come to, or null where there are none.</summary>
    internal static Query? Join(List<ClauseItem> items, Occur defaultOccur)
    {
        if (items.Count == 0)
        {
            return null;
        }

        bool isBlankOr = defaultOccur == Occur.Should;
        var clauses = new List<BooleanClause>();
        ReadOnlySpan<ClauseItem> all = CollectionsMarshal.AsSpan(items);
        for (int start = 0; start < all.Length;)
        {
            int end = start + 1;
            while (end < all.Length && (all[end].Joint == Joint.And || (all[end].Joint == Joint.None && !isBlankOr)))
            {
                end++;
            }

            if (start == 0 && end == all.Length)
            {
                return Conjunction(all);
            }

            clauses.Add(Alternative(all, start, end));
            start = end;
        }

        return Boolean(clauses);
    }

    /// <summary>A boolean query of clauses; where all are excluded, everything else is asked for.</summary>
    private static BooleanQuery Boolean(List<BooleanClause> clauses)
    {
        if (clauses.TrueForAll(c => c.Occur == Occur.MustNot))
        {
            clauses.Insert(0, new BooleanClause(Occur.Must, new MatchAllQuery()));
        }

        return new BooleanQuery([.. clauses]);
    }

    private static Query Conjunction(ReadOnlySpan<ClauseItem> items)
    {
        if (items.Length == 1 && items[0].Occur != Occur.MustNot)
        {
            return items[0].Query;
        }

        var clauses = new List<BooleanClause>(items.Length);
        foreach (ClauseItem item in items)
        {
            clauses.Add(new BooleanClause(item.Occur == Occur.MustNot ? Occur.MustNot : Occur.Must, item.Query));
        }

        return Boolean(clauses);
    }

    // Beside blanks that mean OR, a sign speaks for the whole group; beside a written OR, an exclusion is one of the
    // alternatives.
    private static BooleanClause Alternative(ReadOnlySpan<ClauseItem> items, int start, int end)
    {
        ClauseItem first = items[start];
        bool isAfterBlank = start > 0 && first.Joint == Joint.None;
        bool isBeforeBlank = end < items.Length && items[end].Joint == Joint.None;
        bool isBetweenBlanks = (start == 0 || isAfterBlank) && (end == items.Length || isBeforeBlank);
        if (end - start == 1 && first.Occur == Occur.MustNot && isBetweenBlanks)
        {
            return new BooleanClause(Occur.MustNot, first.Query);
        }

        bool isRequired = end - start == 1 && first.Occur == Occur.Must && (isAfterBlank || isBeforeBlank);
        return new BooleanClause(isRequired ? Occur.Must : Occur.Should, Conjunction(items[start..end]));
    }
}
