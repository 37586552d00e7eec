namespace Search.Corpus.Themes.Agreement;

/// <summary>How far two coders agree on a theme, over the paragraphs that both have coded.</summary>
/// <param name="Theme">Id of the theme.</param>
/// <param name="Paragraphs">Paragraphs that both have coded.</param>
/// <param name="Agreed">Of these, those coded alike.</param>
/// <param name="Kappa">Cohen's κ (1960); 1 where both are the same throughout.</param>
/// <param name="Alpha">Krippendorff's α for nominal data (2011); 1 where all codes are the same.</param>
/// <param name="Disputed">Ids of the paragraphs to settle, in the order of the first sheet.</param>
public sealed record ThemeAgreement(
    string Theme, int Paragraphs, int Agreed, double Kappa, double Alpha, IReadOnlyList<string> Disputed)
{
    /// <summary>Compares two sheets: the themes that both have, the paragraphs that both have, by their ids.</summary>
    public static IReadOnlyList<ThemeAgreement> Compare(CodingSheet first, CodingSheet second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        Dictionary<string, CodingRow> others = new(StringComparer.Ordinal);
        foreach (CodingRow row in second.Rows)
        {
            others.TryAdd(row.Id, row);
        }

        return
        [
            .. first.Themes.Where(theme => second.Themes.Contains(theme, StringComparer.Ordinal))
                .Select(theme => Compare(theme, first, second, others)),
        ];
    }

    private static ThemeAgreement Compare(
        string theme, CodingSheet first, CodingSheet second, Dictionary<string, CodingRow> others)
    {
        int column = Column(first, theme);
        int otherColumn = Column(second, theme);
        List<(string Id, bool A, bool B)> pairs = [];
        foreach (CodingRow row in first.Rows)
        {
            if (row.Codes[column] is { } code && others.TryGetValue(row.Id, out CodingRow? other)
                && other.Codes[otherColumn] is { } otherCode)
            {
                pairs.Add((row.Id, code, otherCode));
            }
        }

        int agreed = pairs.Count(pair => pair.A == pair.B);
        double yesA = pairs.Count(pair => pair.A);
        double yesB = pairs.Count(pair => pair.B);
        double n = pairs.Count;
        double byChance = n == 0 ? 0 : ((yesA * yesB) + ((n - yesA) * (n - yesB))) / n;
        double kappa = byChance >= n ? 1 : (agreed - byChance) / (n - byChance);

        // Nominal α of two coders: observed against expected disagreement over the 2n codes given.
        double ones = yesA + yesB;
        double zeros = (2 * n) - ones;
        double alpha = ones * zeros == 0 ? 1 : 1 - (((2 * n) - 1) * (n - agreed) / (ones * zeros));
        return new ThemeAgreement(
            theme, pairs.Count, agreed, kappa, alpha,
                [.. pairs.Where(pair => pair.A != pair.B).Select(pair => pair.Id)]);
    }

    private static int Column(CodingSheet sheet, string theme)
    {
        for (int column = 0; column < sheet.Themes.Count; column++)
        {
            if (sheet.Themes[column] == theme)
            {
                return column;
            }
        }

        return -1;
    }
}
