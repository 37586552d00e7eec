using System.CommandLine;
using System.Globalization;
using Search.Cli.Terminals;
using Search.Corpus.Themes;
using Search.Corpus.Themes.Agreement;

namespace Search.Cli.Verbs;

/// <summary><c>themes sample N</c> and <c>themes agree A.csv B.csv</c>: two coders, and how far they agree.</summary>
internal static class ThemesCodingVerbs
{
    /// <summary>Makes the verb that draws a blind sheet.</summary>
    public static Command Sample(SharedOptions shared, Terminal terminal)
    {
        var count = new Argument<int>("N") { Description = "How many paragraphs." };
        var seed = new Option<int>("--seed")
        {
            Description = "The same seed draws the same sheet.",
            DefaultValueFactory = _ => 1,
        };
        Option<string?> scheme = SchemeFile.Option();
        var verb = new Command("sample", "Draw a blind sheet (CSV) for coders, themes evenly, from the index.")
        {
            count, seed, scheme, shared.Corpus, shared.Index,
        };
        verb.SetAction(parsed =>
        {
            StratifiedSample.Draw(
                ThemeScheme.Load(SchemeFile.Path(parsed, scheme, shared)),
                [
                    .. IndexedParagraphs.Read(shared.IndexOptions(parsed)).Select(paragraph => new TaggedParagraph(
                        paragraph.Id, paragraph.Title, paragraph.Text, paragraph.Themes)),
                ],
                parsed.GetValue(count),
                parsed.GetValue(seed)).Write(terminal.Output);
            return ExitCodes.Done;
        });
        return verb;
    }

    /// <summary>Makes the verb that compares two sheets.</summary>
    public static Command Agree(Terminal terminal)
    {
        var first = new Argument<string>("A") { Description = "The sheet of one coder." };
        var second = new Argument<string>("B") { Description = "The sheet of the other." };
        var verb = new Command("agree", "Say how far two coders agree, and what is left to settle.") { first, second };
        verb.SetAction(parsed =>
        {
            CodingSheet one = CodingSheet.Read(parsed.GetValue(first)!); // the parser asks for both
            CodingSheet other = CodingSheet.Read(parsed.GetValue(second)!);
            terminal.Output.WriteLine("theme           both coded   alike    kappa   alpha");
            foreach (ThemeAgreement theme in ThemeAgreement.Compare(one, other))
            {
                terminal.Output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{theme.Theme,-16}{theme.Paragraphs,10}{theme.Agreed,8}"
                    + $"{theme.Kappa,9:0.000}{theme.Alpha,8:0.000}"));
                foreach (string id in theme.Disputed)
                {
                    terminal.Output.WriteLine($"  to settle: {id}");
                }
            }

            return ExitCodes.Done;
        });
        return verb;
    }
}
