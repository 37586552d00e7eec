using Search.Corpus.Themes.Schemes;
using Search.Engine.Indexing;
using Search.Engine.Searching;
using Search.Text.Analysis;

namespace Search.Corpus.Themes.Features;

/// <summary>A paragraph, analyzed once for its rules and its words alike. Reused; owned by one thread.</summary>
internal sealed class ReadParagraph
{
    private readonly IndexDocument _fields = new();

    /// <summary>The paragraph as rules see it.</summary>
    public AnalyzedDocument Document { get; } = new(RuleSet.Schema);

    /// <summary>The words of its text.</summary>
    public TokenBuffer Text => Document.Tokens(RuleQueries.Text);

    /// <summary>The words of its document's title.</summary>
    public TokenBuffer Title => Document.Tokens(RuleQueries.Title);

    /// <summary>The words of the headings above it.</summary>
    public TokenBuffer Heading => Document.Tokens(RuleQueries.Heading);

    /// <summary>Takes the place of the paragraph before.</summary>
    public void Reset(string text, string? title, string? heading, string? language = null)
    {
        _fields.Clear();
        _fields.Language = language;
        _fields.Add(RuleQueries.Text, text);
        if (!string.IsNullOrEmpty(title))
        {
            _fields.Add(RuleQueries.Title, title);
        }

        if (!string.IsNullOrEmpty(heading))
        {
            _fields.Add(RuleQueries.Heading, heading);
        }

        Document.Reset(_fields);
    }
}
