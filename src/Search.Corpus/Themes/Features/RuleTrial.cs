namespace Search.Corpus.Themes.Features;

/// <summary>Tries single rules on texts. Owned by one thread.</summary>
internal sealed class RuleTrial(RuleSet rules)
{
    private readonly ReadParagraph _paragraph = new();
    private readonly List<int> _hits = [];

    /// <summary>Whether the rule at a place matches a text without title and heading.</summary>
    public bool Matches(int rule, string text)
    {
        _paragraph.Reset(text, null, null);
        _hits.Clear();
        rules.FindMatches(_paragraph.Document, _hits);
        return _hits.Contains(rule);
    }
}
