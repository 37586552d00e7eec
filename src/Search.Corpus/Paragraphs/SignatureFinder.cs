using System.Text.RegularExpressions;

namespace Search.Corpus.Paragraphs;

/// <summary>
/// Signature and address blocks: runs of short lines without a sentence at the end of a text or behind a closing
/// formula, and honorific lines; the lines of one person or body become one unit.
/// </summary>
internal static partial class SignatureFinder
{
    private const int MostWords = 22;
    private const int FewestLines = 2;
    private const int ManyLines = 6;

    /// <summary>Marks and joins them.</summary>
    public static void Mark(List<Block> blocks)
    {
        int i = 0;
        while (i < blocks.Count)
        {
            int end = i;
            while (end < blocks.Count && IsLine(blocks[end]))
            {
                end++;
            }

            bool isTail = end == blocks.Count && i > 2;
            int named = end - i >= FewestLines ? CountNamed(blocks, i, end) : 0;

            bool isClosing = i > 0 && end > i && Closing().IsMatch(blocks[i].Text);
            bool isSigned = i > 0 && blocks[i - 1].Text.Length < 200 && Signatories().IsMatch(blocks[i - 1].Text);
            bool isBlock = (end - i >= FewestLines && named * 3 >= end - i && (isTail || named >= 3))
                || (end - i >= ManyLines && (isTail || isSigned));
            if (isBlock || isClosing)
            {
                end = i + Join(blocks, i, end);
            }

            i = Math.Max(end, i + 1);
        }
    }

    private static int CountNamed(List<Block> blocks, int start, int end)
    {
        int named = 0;
        for (int k = start; k < end; k++)
        {
            string text = blocks[k].Text;
            named += Honorific().IsMatch(text) || Office().IsMatch(text) || Address().IsMatch(text) ? 1 : 0;
        }

        return named;
    }

    private static bool IsLine(Block block) =>
        block.IsGuess && block.Kind is ParagraphKind.Paragraph or ParagraphKind.Heading or ParagraphKind.Signature
        && block.Text.Length < 220 && !Prose.HasWords(block.Text, MostWords + 1)
        && (!Prose.EndsSentence(block.Text) || block.Text.EndsWith(')') || Closing().IsMatch(block.Text));

    private static int Join(List<Block> blocks, int start, int end)
    {
        int count = 0;
        int k = start;
        while (k < end)
        {
            Block unit = blocks[k];
            unit.Kind = ParagraphKind.Signature;
            int next = k + 1;
            while (next < end && !Honorific().IsMatch(blocks[next].Text)
                && (Office().IsMatch(blocks[next].Text) || blocks[next].Text.StartsWith('(')))
            {
                unit.Text = $"{unit.Text} {blocks[next].Text}";
                unit.End = blocks[next].End;
                unit.Lines += blocks[next].Lines;
                next++;
            }

            blocks.RemoveRange(k + 1, next - k - 1);
            end -= next - k - 1;
            k++;
            count++;
        }

        return count;
    }

    [GeneratedRegex(
        @"^(?:\(?(?:the )?(?:rt\.? )?hon\b|h\.?e\.?\b|(?:mr|mrs|ms|dr|prof|sir|dame|senator|ambassador|judge|"
            + @"justice)\b\.?)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Honorific();

    [GeneratedRegex(
        @"\b(?:minister|attorney|president|director|chair(?:man|woman|person)?|secretary|commissioner|counsel|"
            + @"officer|general|"
        + @"representative|ambassador|executive|governor|chief|professor|fellow|coordinator|head of|manager|founder)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Office();

    [GeneratedRegex(
        @"\bP\.?\s?O\.? Box\b|@\w|\+[0-9][0-9 ()-]{6,}|\b(?:street|avenue|plaza|parliament house|tel|fax|email|abn)\b"
        + @"|\b[A-Z]{2,3} [0-9]{4,5}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"\b(?:signatories|signed by|undersigned|sincerely|signataires|endorsed by)\b",
        RegexOptions.IgnoreCase)]
    private static partial Regex Signatories();

    [GeneratedRegex(
        @"^(?:(?:yours )?(?:sincerely|faithfully|respectfully|truly)|kind regards|best regards|regards|signed|"
        + @"respectfully submitted|yours truly|done at|fait à)\b.{0,80}$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Closing();
}
