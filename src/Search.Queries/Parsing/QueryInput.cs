namespace Search.Queries.Parsing;

/// <summary>The input as the readers see it: cut to its longest length, lone surrogates replaced.</summary>
internal sealed class QueryInput
{
    internal QueryInput(string input, int maxLength)
    {
        Repairs = new RepairList(input);
        Text = QueryCharacters.Mended(input);
        End = Math.Min(input.Length, Math.Max(maxLength, 0));
        if (End < input.Length)
        {
            End -= End > 0 && char.IsHighSurrogate(Text[End - 1]) ? 1 : 0;
            Repairs.Add(RepairKind.TooLong, End, input.Length);
        }

        int bad = QueryCharacters.IndexOfLoneSurrogate(input, 0);
        for (; bad >= 0 && bad < End; bad = QueryCharacters.IndexOfLoneSurrogate(input, bad + 1))
        {
            Repairs.Add(RepairKind.BadCharacter, bad, bad + 1);
        }
    }

    /// <summary>The text; as long as the input, so that positions are the same.</summary>
    internal string Text { get; }

    /// <summary>Where reading ends.</summary>
    internal int End { get; }

    /// <summary>What was mended so far.</summary>
    internal RepairList Repairs { get; }

    /// <summary>The character at a place, or NUL past the end.</summary>
    internal char At(int index) => index < End ? Text[index] : '\0';

    /// <summary>The first place from here that is no blank, or the end.</summary>
    internal int SkipBlanks(int index)
    {
        while (index < End && QueryCharacters.IsBlank(Text[index]))
        {
            index++;
        }

        return index;
    }

    /// <summary>Whether a word ends here.</summary>
    internal bool IsWordEnd(int index) => index >= End || QueryCharacters.EndsWord(Text[index]);

    /// <summary>Whether a word ends here but for commas, or for a sign that belongs to the whole clause.</summary>
    internal bool IsClauseEnd(int index)
    {
        if (index < End && Text[index] is '~' or '^')
        {
            return true;
        }

        while (index < End && QueryCharacters.IsTrailing(Text[index]))
        {
            index++;
        }

        return IsWordEnd(index);
    }

    /// <summary>Reads the escape whose backslash stands at <paramref name="index"/>.</summary>
    /// <param name="index">Place of the backslash.</param>
    /// <param name="c">The character that is meant.</param>
    /// <param name="next">The first place behind the escape.</param>
    /// <returns>False where the backslash is the last character, and so means nothing.</returns>
    internal bool TryReadEscape(int index, out char c, out int next)
    {
        c = At(index + 1);
        next = Math.Min(index + 2, End);
        if (index + 1 >= End)
        {
            Repairs.Add(RepairKind.DanglingEscape, index, index + 1);
            return false;
        }

        if (c != 'u')
        {
            return true;
        }

        int value = 0;
        for (int i = 0; i < 4; i++)
        {
            int digit = QueryCharacters.HexValue(At(next + i));
            if (digit < 0)
            {
                Repairs.Add(RepairKind.BadEscape, index, next);
                return true;
            }

            value = (value << 4) | digit;
        }

        c = (char)value;
        next += 4;
        return true;
    }
}
