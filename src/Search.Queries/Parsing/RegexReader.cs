namespace Search.Queries.Parsing;

/// <summary>Finds the end of a regular expression between slashes.</summary>
internal sealed class RegexReader(QueryInput input)
{
    private int _noSlashFrom = int.MaxValue;

    /// <summary>Finds the closing slash of an expression; its pattern is what stands between the two.</summary>
    /// <param name="start">Place of the opening slash, which begins a clause.</param>
    /// <param name="close">Place of the closing slash.</param>
    /// <returns>False where the slash is text: nothing closes it, or what closes it does not end a clause.</returns>
    internal bool TryFindEnd(int start, out int close)
    {
        close = start + 1;
        if (close >= _noSlashFrom || close >= input.End || QueryCharacters.IsBlank(input.Text[close]))
        {
            return false;
        }

        bool endsInBlank = false;
        while (close < input.End && input.Text[close] != '/')
        {
            endsInBlank = QueryCharacters.IsBlank(input.Text[close]);
            close += input.Text[close] == '\\' ? 2 : 1;
        }

        if (close >= input.End)
        {
            // Remembered, so that many slashes that nothing closes are not each followed to the end of the input.
            _noSlashFrom = start;
            return false;
        }

        return close > start + 1 && !endsInBlank && input.IsClauseEnd(close + 1);
    }
}
