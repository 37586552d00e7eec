using Search.Engine.Matching.Nodes;
using Search.Queries.Trees;

namespace Search.Engine.Searching.Rewriting;

/// <summary>Joins nodes that say one thing.</summary>
internal static class SynonymNodes
{
    /// <summary>
    /// One node for several: the words and phrases of one field become variants of each other, scored as one word as
    /// Lucene's SynonymQuery does; what else there is stands beside them, and any of all may match.
    /// </summary>
    /// <param name="nodes">The nodes, what was written first; null where something asks nothing.</param>
    /// <returns>Null where all are null.</returns>
    public static QueryNode? Join(IReadOnlyList<QueryNode?> nodes)
    {
        List<FrequencyNode> variants = [];
        List<QueryNode> joined = [];
        foreach (QueryNode? node in nodes)
        {
            if (node is FrequencyNode words && (variants.Count == 0 || variants[0].Field.Field == words.Field.Field))
            {
                variants.AddRange(words is VariantNode several ? several.Variants : [words]);
            }
            else if (node is not null and not NoneNode)
            {
                joined.Add(node);
            }
        }

        if (variants.Count > 0)
        {
            joined.Add(variants.Count == 1 ? variants[0] : new VariantNode(variants));
        }

        return joined.Count switch
        {
            0 => nodes.FirstOrDefault(node => node is not null),
            1 => joined[0],
            _ => new BooleanNode([.. joined.Select(node => new NodeClause(Occur.Should, node))]),
        };
    }
}
