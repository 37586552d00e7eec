using System.CommandLine;
using Search.Cli.Terminals;
using Search.Passages;
using Search.Passages.Search;

namespace Search.Cli.Verbs;

/// <summary><c>parse QUERY</c>: how a query is read, without searching.</summary>
internal static class ParseVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Make(SharedOptions shared, Terminal terminal)
    {
        var query = new Argument<string[]>("QUERY")
        {
            Description = "What to read; several words are one query. Put '--' before one that begins with '-'.",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var reading = new ReadingOptions();
        var verb = new Command("parse", "Say how a query is read, without searching.")
        {
            query, shared.Corpus, shared.Index, shared.Json,
        };
        reading.AddTo(verb);
        verb.SetAction(parsed =>
        {
            using PassageIndex index = PassageIndex.Open(shared.IndexOptions(parsed));
            ParseResponse response = index.Parse(reading.Request(parsed, parsed.GetValue(query)));
            if (parsed.GetValue(shared.Json))
            {
                SharedOptions.WriteJson(terminal, response);
            }
            else
            {
                new AnswerWriter(terminal).Write(response.Query);
            }

            return ExitCodes.Done;
        });
        return verb;
    }
}
