using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Passages.Generations;
using Search.Passages.Schemas;
using Search.Passages.Search;
using Search.Queries.Trees;
using static System.FormattableString;

namespace Search.Passages.Documents;

/// <summary>Finds paragraphs by their address.</summary>
internal static class ParagraphViews
{
    private const int Neighbours = 2;

    /// <summary>A paragraph with its neighbours; null where there is none of that id.</summary>
    public static ParagraphView? Find(Generation generation, string id)
    {
        if (generation.Searcher.Find(PassageFields.Id, id) is not DocAddress address)
        {
            return null;
        }

        var maker = new PassageHits(generation.Schema);
        PassageHit passage = maker.Make(generation.Stored(address), score: null);
        DocumentFacts? document = new DocumentList(generation).Find(passage.Document);
        if (document is null)
        {
            return null;
        }

        IReadOnlyList<PassageHit> near = Near(generation, maker, passage);
        return new ParagraphView(
            passage,
            generation.Number,
            document,
            [.. near.Where(other => other.Number < passage.Number)],
            [.. near.Where(other => other.Number > passage.Number)]);
    }

    private static IReadOnlyList<PassageHit> Near(Generation generation, PassageHits maker, PassageHit passage)
    {
        var numbers = new RangeQuery(
            PassageFields.Number,
            Invariant($"{passage.Number - Neighbours}"),
            Invariant($"{passage.Number + Neighbours}"),
            IncludesLower: true,
            IncludesUpper: true);
        IReadOnlyList<StoredDocument> units = generation.Units(passage.Document, numbers);
        return [.. units.Select(unit => maker.Make(unit, score: null))];
    }
}
