using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace Search.Corpus.Paragraphs;

/// <summary>
/// The text of Markdown's inline markup as a reader sees it: links read as their text, images as nothing, emphasis
/// marks, code marks, tags and template directives gone, escapes and character references resolved.
/// </summary>
internal static partial class MarkdownInline
{
    private const string Escapable = "\\`*_{}[]()#+-.!|>~\"'$%&,/:;<=?@^";

    /// <summary>Reduces markup to text.</summary>
    public static string ToText(string markup)
    {
        string text = markup;
        if (text.IndexOfAny(['[', '<', '{']) >= 0)
        {
            text = Directive().Replace(text, "");
            text = Comment().Replace(text, "");
            text = Image().Replace(text, "");
            text = FootnoteReference().Replace(text, "");
            text = Autolink().Replace(text, "${url}");
            for (int i = 0; i < 3 && text.Contains("](", StringComparison.Ordinal); i++)
            {
                text = Link().Replace(text, "${text}");
            }

            text = ReferenceLink().Replace(text, "${text}");
            text = Attributes().Replace(text, "");
            text = LineBreak().Replace(text, " ");
            text = Tag().Replace(text, "");
        }

        text = DropEmphasis(text);
        return text.Contains('&', StringComparison.Ordinal) ? WebUtility.HtmlDecode(text) : text;
    }

    /// <summary>True where the whole text is one run of strong emphasis.</summary>
    public static bool IsStrong(string markup)
    {
        string text = markup.Trim();
        return text.Length > 4
            && ((text.StartsWith("**", StringComparison.Ordinal) && text.EndsWith("**", StringComparison.Ordinal))
                || (text.StartsWith("__", StringComparison.Ordinal) && text.EndsWith("__", StringComparison.Ordinal)))
            && text.IndexOf(text[..2], 2, StringComparison.Ordinal) == text.Length - 2;
    }

    private static string DropEmphasis(string text)
    {
        if (text.IndexOfAny(['*', '_', '`', '\\', '~']) < 0)
        {
            return text;
        }

        // ``quoted" as old typesetting has it is no code: its marks do not pair.
        bool? isPaired = null;
        StringBuilder result = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c == '\\' && i + 1 < text.Length && Escapable.Contains(text[i + 1], StringComparison.Ordinal))
            {
                result.Append(text[++i]);
                continue;
            }

            bool isMark = c switch
            {
                '*' => !IsAlone(text, i),
                '_' => !IsInsideWord(text, i) && !IsAlone(text, i),
                '~' => i + 1 < text.Length && text[i + 1] == '~' || i > 0 && text[i - 1] == '~',
                '`' => (isPaired ??= text.AsSpan().Count("``") % 2 == 0) || !IsDouble(text, i),
                '\\' => i == text.Length - 1,
                _ => false,
            };
            if (!isMark)
            {
                result.Append(c);
            }
        }

        return result.ToString();
    }

    private static bool IsAlone(string text, int i) =>
        (i == 0 || text[i - 1] == ' ') && (i + 1 == text.Length || text[i + 1] == ' ');

    private static bool IsInsideWord(string text, int i) =>
        i > 0 && i + 1 < text.Length && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]);

    private static bool IsDouble(string text, int i) =>
        (i + 1 < text.Length && text[i + 1] == '`') || (i > 0 && text[i - 1] == '`');

    [GeneratedRegex(@"\{\{.*?\}\}|\{%.*?%\}", RegexOptions.Singleline)]
    private static partial Regex Directive();

    [GeneratedRegex("<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"!\[[^\]]*\](?:\((?:[^()\n]|\([^()\n]*\))*\)|\[[^\]]*\])")]
    private static partial Regex Image();

    [GeneratedRegex(@"\[\^[^\]\s]{1,40}\]")]
    private static partial Regex FootnoteReference();

    [GeneratedRegex(@"<(?<url>(?:https?://|mailto:)[^<>\s]+)>", RegexOptions.IgnoreCase)]
    private static partial Regex Autolink();

    [GeneratedRegex(@"\[(?<text>(?:[^\[\]]|\\.)*)\]\((?:[^()]|\([^()]*\))*\)", RegexOptions.Singleline)]
    private static partial Regex Link();

    [GeneratedRegex(@"(?<=[\w.,;:”""]\s|^)\[(?<text>[^\[\]]+)\]\[[^\[\]]*\]")]
    private static partial Regex ReferenceLink();

    [GeneratedRegex(@"\{:?\s*[#.][^{}]*\}")]
    private static partial Regex Attributes();

    [GeneratedRegex(@"<br\s*/?>", RegexOptions.IgnoreCase)]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"</?[a-zA-Z][a-zA-Z0-9]{0,15}(?:\s[^<>]*)?/?>")]
    private static partial Regex Tag();
}
