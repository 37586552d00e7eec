using Search.Corpus.Themes;
using Search.Engine.Indexing;
using Search.Engine.Schemas;
using Search.Engine.Searching;
using Search.Engine.Spans;
using Search.Passages.Indexing;
using Search.Passages.Schemas;
using Search.Passages.Snippets;
using Search.Text.Offsets;

namespace Search.Passages.Search;

/// <summary>Makes hits of stored passages. Not safe for use by several threads.</summary>
/// <param name="schema">The schema of the generation.</param>
/// <param name="matcher">The query whose matches are marked; null to mark nothing.</param>
internal sealed class PassageHits(IndexSchema schema, DocumentMatcher? matcher = null)
{
    private AnalyzedDocument? _document;

    /// <summary>The hit of a stored passage, with its matches marked.</summary>
    public PassageHit Make(StoredDocument stored, double? score)
    {
        PassageFacts facts = PassageFacts.Read(stored[PassageFields.Facts]);
        IReadOnlyList<MatchSpan> spans = [];
        if (matcher is not null)
        {
            _document ??= new AnalyzedDocument(schema);
            _document.Reset(PassageBuilder.FromStored(stored, facts));
            spans = matcher.Spans(_document);
        }

        string text = stored[PassageFields.Text] ?? "";
        return new PassageHit
        {
            Id = stored[PassageFields.Id] ?? "",
            Document = stored[PassageFields.Document] ?? "",
            Title = stored[PassageFields.Title] ?? "",
            Date = facts.Date,
            Issuer = facts.Issuer,
            Type = facts.Type,
            Language = facts.Language,
            Number = facts.Number,
            Page = facts.Page,
            Heading = stored[PassageFields.Heading],
            LeadIn = facts.LeadIn,
            Mark = facts.Mark,
            Kind = facts.Kind,
            Text = text,
            Spans = Convert(stored, spans),
            Snippet = matcher is null ? [] : Snippet(text, spans),
            Themes = [.. (facts.Themes ?? []).Select(tag => Convert(text, tag))],
            Score = score,
        };
    }

    private static PassageSpan[] Convert(StoredDocument stored, IReadOnlyList<MatchSpan> spans)
    {
        var converted = new PassageSpan[spans.Count];
        for (int i = 0; i < spans.Count; i++)
        {
            string text = stored[spans[i].Field] ?? "";
            converted[i] = new PassageSpan(
                spans[i].Field,
                CodePointOffsets.FromUtf16(text, spans[i].Start),
                CodePointOffsets.FromUtf16(text, spans[i].End));
        }

        return converted;
    }

    private static PassageStretch[] Snippet(string text, IReadOnlyList<MatchSpan> spans)
    {
        TextStretch[] marks =
        [
            .. spans.Where(span => span.Field == PassageFields.Text)
                .Select(span => new TextStretch(span.Start, span.End)),
        ];
        return
        [
            .. SnippetMaker.Make(text, marks).Select(stretch => new PassageStretch(
                CodePointOffsets.FromUtf16(text, stretch.Start), CodePointOffsets.FromUtf16(text, stretch.End))),
        ];
    }

    private static PassageTheme Convert(string text, ThemeTag tag)
    {
        var evidence = new PassageEvidence[tag.Evidence.Count];
        for (int i = 0; i < evidence.Length; i++)
        {
            ThemeEvidence found = tag.Evidence[i];
            evidence[i] = new PassageEvidence(
                found.Rule,
                CodePointOffsets.FromUtf16(text, found.Start),
                CodePointOffsets.FromUtf16(text, found.End));
        }

        return new PassageTheme(tag.Theme, tag.Score, evidence)
        {
            Scheme = tag.Scheme,
            Override = tag.IsByHand ? new PassageOverride(tag.Who, tag.Why) : null,
        };
    }
}
