using System.Buffers;
using System.Text.RegularExpressions;

namespace Search.Corpus.Paragraphs;

/// <summary>
/// Cuts the preamble of a treaty or resolution that a file runs together into its clauses: each begins with a
/// participle such as "Considering" behind a semicolon or comma, the last with "Have agreed as follows".
/// </summary>
internal static partial class ClauseCutter
{
    private const int FewestClauses = 3;

    private static readonly SearchValues<string> Openings = SearchValues.Create(
        ["Considering", "Recalling", "Recogni", "Having ", "Reaffirming", "Considérant", "Noting", "Bearing in mind"],
        StringComparison.Ordinal);

    /// <summary>Adds the block, whole or in clauses.</summary>
    public static void Cut(Block block, List<Block> result)
    {
        if (block.Kind != ParagraphKind.Paragraph || block.Text.Length < 200 || !MayHold(block.Text))
        {
            result.Add(block);
            return;
        }

        List<int> cuts = [.. Clause().Matches(block.Text).Select(match => match.Groups["clause"].Index)];
        int title = Title().Match(block.Text).Length;
        if (cuts.Count < FewestClauses)
        {
            result.Add(block);
            return;
        }

        int start = 0;
        if (title > 0)
        {
            result.Add(Piece(block, 0, title, ParagraphKind.Heading));
            start = title;
        }

        foreach (int cut in cuts.Where(cut => cut > start).Append(block.Text.Length))
        {
            result.Add(Piece(block, start, cut, ParagraphKind.Paragraph));
            start = cut;
        }
    }

    private static bool MayHold(string text) => text.AsSpan().ContainsAny(Openings);

    private static Block Piece(Block block, int start, int end, ParagraphKind kind)
    {
        // The text may be shorter than its source by markup and line ends: the range is then the nearest that holds it.
        int slack = Math.Max(0, block.End - block.Start - block.Text.Length);
        return new Block
        {
            Kind = kind,
            Level = kind == ParagraphKind.Heading ? 4 : 0,
            Text = block.Text[start..end].Trim(),
            Page = block.Page,
            Start = Math.Min(block.End, block.Start + start),
            End = Math.Min(block.End, block.Start + end + slack),
        };
    }

    [GeneratedRegex(
        @"(?:[;,]|\band)\s*(?<clause>(?:(?:Further|Also|Deeply|Gravely|Strongly|Fully)\s)?(?:Acknowledging|Acting|"
            + @"Affirming|"
        + @"Anxious|Appreciating|Aware|Bearing in mind|Being|Believing|Cognizant|Concerned|Condemning|Confident|"
        + @"Conscious|"
        + @"Considering|Convinced|Declaring|Desiring|Desirous|Determined|Emphasi[sz]ing|Encouraged|Encouraging|"
        + @"Expressing|"
        + @"Guided|Having|Highlighting|In (?:view|order|accordance)|Keeping|Mindful|Noting|Observing|Persuaded|"
        + @"Pursuing|"
        + @"Re-?affirming|Reali[sz]ing|Recalling|Recogni[sz]ing|Referring|Reiterating|Resolved|Seeking|Sharing|"
        + @"Stressing|"
        + @"Taking|Underlining|Welcoming|Wishing|Considérant|Rappelant|Reconnaissant|Conscients?|Convaincus?|"
        + @"Désireux|Préoccupés?|Ayant|Notant|Soulignant)\b|(?:Have|Has) agreed\b|HAVE AGREED\b|Do hereby\b|"
        + @"Sont convenus\b)",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 2000)]
    private static partial Regex Clause();

    [GeneratedRegex(@"^(?:Preamble|PREAMBLE|Préambule|PRÉAMBULE)\b[.:]?\s+(?=\p{Lu})")]
    private static partial Regex Title();
}
