using System.Text;
using Search.Queries.Parsing;

namespace Search.Queries.Printing;

/// <summary>Words with the backslashes that they need to be read back as the same words.</summary>
internal sealed class WordText(QueryOptions options)
{
    /// <summary>Appends a word that is text.</summary>
    /// <param name="target">Where to.</param>
    /// <param name="text">The word; not empty.</param>
    /// <param name="hasField">Whether it is the value of a field.</param>
    /// <param name="isFollowed">Whether a star or a tilde follows, so that it must not be read as an address.</param>
    internal void AppendWord(StringBuilder target, string text, bool hasField, bool isFollowed)
    {
        if (IsOperator(text))
        {
            target.Append('\\').Append(text);
            return;
        }

        bool isConnector = Connector.TryRead(text, out _);
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool isSpecial = IsSpecial(text, i)
                || (c == '/' && (i == 0 || isConnector || (isFollowed && text[i - 1] == ':')))
                || (hasField && IsRangeSign(text, i));
            Append(target, c, isSpecial || (isConnector && i == 0 && c != '/' && !text.Contains('/')));
        }
    }

    /// <summary>Appends a pattern in its one written form.</summary>
    internal void AppendPattern(StringBuilder target, string pattern)
    {
        for (int i = 0; i < pattern.Length; i++)
        {
            char c = pattern[i];
            if (c is '*' or '?')
            {
                target.Append(c);
                continue;
            }

            if (c == '\\')
            {
                i++;
                Append(target, pattern[i], isSpecial: true);
                continue;
            }

            bool isAddress = c == '/' && (i == 0 || pattern[i - 1] == ':');
            Append(target, c, isAddress || (c == ':' && i == 1 && pattern[0] == '*') || IsSpecial(pattern, i));
        }
    }

    /// <summary>Appends a word of a phrase.</summary>
    internal static void AppendPhraseWord(StringBuilder target, string text)
    {
        int lastWord = text.Length - 1;
        while (lastWord >= 0 && !QueryCharacters.IsWordLike(text[lastWord]))
        {
            lastWord--;
        }

        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            bool isSpecial = IsSpecialInPhrase(c) || c == '*' || (c == '?' && i < lastWord)
                || (i == 0 && c is '=' or '~' && text.Length > 1);
            Append(target, c, isSpecial);
        }
    }

    /// <summary>Appends a pattern of a phrase, in its one written form.</summary>
    internal static void AppendPhrasePattern(StringBuilder target, string pattern)
    {
        for (int i = 0; i < pattern.Length; i++)
        {
            char c = pattern[i];
            if (c == '\\')
            {
                i++;
                Append(target, pattern[i], isSpecial: true);
                continue;
            }

            // Punctuation at the edges of a pattern is only kept when it is escaped.
            bool isLiteral = c is not ('*' or '?') && !QueryCharacters.IsWordLike(c);
            Append(target, c, isLiteral);
        }
    }

    /// <summary>Appends a text between quotation marks, where these, backslashes and stars are special.</summary>
    internal static void AppendQuoted(StringBuilder target, string text)
    {
        target.Append('"');
        foreach (char c in text)
        {
            Append(target, c, QueryCharacters.IsQuote(c) || c is '\\' or '*');
        }

        target.Append('"');
    }

    private static void Append(StringBuilder target, char c, bool isSpecial)
    {
        if (isSpecial)
        {
            target.Append('\\');
        }

        target.Append(c);
    }

    private static bool IsOperator(string text) => text is "AND" or "OR" or "NOT" or "&&" or "||" or "NEAR" or "ONEAR";

    private static bool IsSpecialInPhrase(char c) =>
        QueryCharacters.IsBlank(c) || QueryCharacters.IsQuote(c) || QueryCharacters.IsHyphen(c) || c == '\\';

    private bool IsSpecial(string text, int index)
    {
        char c = text[index];
        return c switch
        {
            '\\' or '^' or '~' or '*' or '?' => true,
            '+' or '-' or '=' => index == 0,
            '!' => index == 0 || IsLast(text, index),
            ':' => index == 0 || IsField(text.AsSpan(0, index)),
            _ => QueryCharacters.EndsWord(c) || (QueryCharacters.IsTrailing(c) && IsLast(text, index)),
        };
    }

    // Commas at the end are no part of a word, so that what stands before them stands at the end too.
    private static bool IsLast(string text, int index) =>
        text.AsSpan(index + 1).IndexOfAnyExcept(',', ';') < 0;

    private bool IsField(ReadOnlySpan<char> name)
    {
        foreach (string field in options.Fields)
        {
            if (name.Equals(field, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsRangeSign(string text, int index) =>
        (index == 0 && text[0] is '<' or '>')
        || (text[index] == '.' && index > 0 && text[index - 1] == '.' && RangeReader.FromDots(text) is not null);
}
