using System.Text;

namespace Search.Service.Html;

/// <summary>Text made safe for HTML, in element content and in quoted attributes alike.</summary>
internal static class HtmlText
{
    /// <summary>Appends text so that a browser shows exactly its characters; what XML forbids becomes U+FFFD.</summary>
    public static void Append(StringBuilder target, ReadOnlySpan<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            switch (c)
            {
                case '&': target.Append("&amp;"); break;
                case '<': target.Append("&lt;"); break;
                case '>': target.Append("&gt;"); break;
                case '"': target.Append("&quot;"); break;
                case '\'': target.Append("&#39;"); break;
                case '\t' or '\n' or '\r': target.Append(c); break;
                case < ' ' or '\u007f': target.Append('\ufffd'); break;
                default: i += AppendOther(target, text, i); break;
            }
        }
    }

    // A lone surrogate cannot be written as UTF-8; the number of extra code units taken is returned.
    private static int AppendOther(StringBuilder target, ReadOnlySpan<char> text, int at)
    {
        char c = text[at];
        if (!char.IsSurrogate(c))
        {
            target.Append(c);
            return 0;
        }

        if (char.IsHighSurrogate(c) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
        {
            target.Append(c).Append(text[at + 1]);
            return 1;
        }

        target.Append('\ufffd');
        return 0;
    }
}
