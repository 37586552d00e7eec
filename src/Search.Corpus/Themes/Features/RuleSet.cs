using Search.Corpus.Themes.Schemes;
using Search.Engine.Schemas;
using Search.Engine.Searching;
using Search.Text.Analysis;

namespace Search.Corpus.Themes.Features;

/// <summary>
/// The rules of a scheme, prepared once: the words of a paragraph call the rules that could match, and these are run
/// by the
/// operators of a search. Immutable, and safe for use by several threads, each with a paragraph of its own.
/// </summary>
internal sealed class RuleSet
{
    private readonly DocumentMatcher[] _matchers;
    private readonly DocumentMatcherSet _set;

    /// <summary>Prepares rules; they are known by their places here.</summary>
    public RuleSet(IReadOnlyList<ThemeRule> rules)
    {
        Rules = rules;
        _matchers = [.. rules.Select(rule => new DocumentMatcher(RuleQueries.Parse(rule.Query), Schema, Limits))];
        _set = new DocumentMatcherSet(_matchers);
    }

    /// <summary>What a paragraph is to a rule: its text, the title of its document and the headings above it.</summary>
    public static IndexSchema Schema { get; } = new(
        [
            new FieldDefinition(RuleQueries.Text, FieldKind.Text),
            new FieldDefinition(RuleQueries.Title, FieldKind.Text),
            new FieldDefinition(RuleQueries.Heading, FieldKind.Text),
        ],
        RuleQueries.Text,
        Analyzers.For);

    /// <summary>The rules.</summary>
    public IReadOnlyList<ThemeRule> Rules { get; }

    private static SearchLimits Limits { get; } = new() { MaxClauses = 10_000 };

    /// <summary>Appends the places of the rules that match, ascending.</summary>
    public void FindMatches(AnalyzedDocument paragraph, ICollection<int> matches) =>
        _set.FindMatches(paragraph, matches);

    /// <summary>What a rule matches.</summary>
    public IReadOnlyList<Engine.Spans.MatchSpan> Spans(int rule, AnalyzedDocument paragraph) =>
        _matchers[rule].Spans(paragraph);
}
