using System.CommandLine;
using System.Globalization;
using Search.Cli.Terminals;
using Search.Passages;
using Search.Passages.Themes;

namespace Search.Cli.Verbs;

/// <summary><c>themes</c>: the themes and their counts.</summary>
internal static class ThemesVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Make(SharedOptions shared, Terminal terminal)
    {
        var verb = new Command("themes", "List the themes and how often each was given.")
        {
            shared.Corpus, shared.Index, shared.Json,
            ThemesEvalVerb.Make(shared, terminal), ThemesTrainVerb.Make(shared, terminal),
            ThemesTryVerb.Make(shared, terminal), ThemesCodingVerbs.Sample(shared, terminal),
            ThemesCodingVerbs.Agree(terminal), ThemesExportVerb.Make(shared, terminal),
            ThemesSpeedVerb.Make(shared, terminal),
        };
        verb.SetAction(parsed =>
        {
            using PassageIndex index = PassageIndex.Open(shared.IndexOptions(parsed));
            ThemesResponse themes = index.Themes();
            if (parsed.GetValue(shared.Json))
            {
                SharedOptions.WriteJson(terminal, themes);
                return ExitCodes.Done;
            }

            var marks = new HighlightWriter(terminal);
            terminal.Output.WriteLine($"Scheme {themes.Scheme}");
            foreach (ThemeFacts theme in themes.Themes)
            {
                terminal.Output.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{theme.Paragraphs,8}  {marks.Strong(theme.Id)}: {theme.Label}, in {theme.Documents} documents"));
            }

            return ExitCodes.Done;
        });
        return verb;
    }
}
