using Search.Corpus.Themes.Labels;
using Search.Passages;
using Search.Passages.Search;

namespace Search.Cli.Verbs;

/// <summary>
/// The paragraphs of an index, in the shape that schemes are tried on: their themes stand for labels.
/// </summary>
internal static class IndexedParagraphs
{
    /// <summary>All paragraphs, items and footnotes, by id.</summary>
    /// <exception cref="IndexNotReadyException">There is no index.</exception>
    public static IReadOnlyList<LabelledParagraph> Read(PassageIndexOptions options)
    {
        using PassageIndex index = PassageIndex.Open(options);
        return
        [
            .. index.All(new PassageRequest())
                .OrderBy(hit => hit.Id, StringComparer.Ordinal)
                .Select(hit => new LabelledParagraph(
                    hit.Id, hit.Text, hit.Title, [.. hit.Themes.Select(theme => theme.Id)])
                {
                    Document = hit.Document,
                    Heading = hit.Heading,
                }),
        ];
    }
}
