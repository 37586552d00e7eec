using System.CommandLine;
using Search.Cli.Terminals;
using Search.Passages.Measuring;
using Search.Passages.Search;

namespace Search.Cli.Verbs;

/// <summary><c>eval relevance DIR</c>: how well questions with known answers are answered.</summary>
internal static class EvalVerb
{
    /// <summary>Makes the verb.</summary>
    public static Command Make(SharedOptions shared, Terminal terminal) =>
        new("eval", "Measure how well questions are answered.") { Relevance(shared, terminal) };

    private static Command Relevance(SharedOptions shared, Terminal terminal)
    {
        var folder = new Argument<string>("DIR")
        {
            Description = "A test collection (corpus.jsonl[.gz], queries.jsonl, qrels.tsv), or a folder of several.",
        };
        var ranking = new Option<string?>("--ranking")
        {
            Description = "bm25 or default; both unless told.",
            HelpName = "NAME",
        };
        var op = new Option<string>("--operator")
        {
            Description = "or, and: whether one word of a question is enough.",
            DefaultValueFactory = _ => "or",
        };
        var qrels = new Option<string>("--qrels")
        {
            Description = "Name of the file of judgments.",
            DefaultValueFactory = _ => "qrels.tsv",
        };
        var keeps = new Option<bool>("--keep-stop-words")
        {
            Description = "Let words such as 'the' count, as in the product; Lucene leaves them out.",
        };
        var runs = new Option<string?>("--runs")
        {
            Description = "Write what was found to this folder, in trec_eval's format.",
            HelpName = "DIR",
        };
        var verb = new Command("relevance", "Measure nDCG@10, MAP, P@10 and R@100 as trec_eval does.")
        {
            folder, ranking, op, qrels, keeps, runs, shared.Json,
        };
        verb.SetAction((parsed, cancellation) =>
        {
            string? asked = parsed.GetValue(ranking);
            var options = new RelevanceOptions
            {
                IsOr = SearchVerb.Operator(parsed.GetValue(op)),
                Qrels = parsed.GetValue(qrels)!, // has a default
                KeepsStopWords = parsed.GetValue(keeps),
            };
            options = asked is null ? options : options with { Rankings = [PassageRankings.Parse(asked)] };
            return Task.FromResult(Measure(
                parsed.GetValue(folder)!, // the parser asks for it
                options,
                parsed.GetValue(runs),
                parsed.GetValue(shared.Json),
                terminal.Output,
                cancellation));
        });
        return verb;
    }

    private static int Measure(
        string folder, RelevanceOptions options, string? runs, bool isJson, TextWriter output,
        CancellationToken cancellation)
    {
        List<RelevanceReport> reports = [];
        foreach (string one in QuestionSet.Find(folder))
        {
            reports.Add(RelevanceEvaluation.Run(one, options, cancellation));
            RelevanceWriter.WriteRuns(runs, reports[^1]);
            if (!isJson)
            {
                RelevanceWriter.Write(output, reports[^1]);
            }
        }

        if (isJson)
        {
            output.WriteLine(RelevanceJson.Write(reports));
        }
        else if (reports.Count > 1)
        {
            RelevanceWriter.WriteMeans(output, reports);
        }

        return ExitCodes.Done;
    }
}
