using System.Globalization;
using Search.Passages.Search;

namespace Search.Cli.Terminals;

/// <summary>Writes the answer to a search for the eye.</summary>
internal sealed class AnswerWriter(Terminal terminal)
{
    private readonly HighlightWriter _marks = new(terminal);

    /// <summary>Writes it.</summary>
    public void Write(PassageResponse response)
    {
        TextWriter output = terminal.Output;
        output.WriteLine(_marks.Strong(string.Create(
            CultureInfo.InvariantCulture, $"{response.Total} {(response.Total == 1 ? "passage" : "passages")}")));
        Write(response.Query);
        if (response.Query.DidYouMean is not null)
        {
            output.WriteLine($"did you mean: {response.Query.DidYouMean}");
        }

        foreach (PassageHit hit in response.Hits)
        {
            output.WriteLine();
            Write(hit);
        }

        foreach ((string name, IReadOnlyList<FacetCount> counts) in response.Facets)
        {
            output.WriteLine();
            output.WriteLine(_marks.Strong(name));
            foreach (FacetCount count in counts)
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count.Count,8}  {count.Value}"));
            }
        }

        if (response.Next is not null)
        {
            output.WriteLine();
            output.WriteLine(_marks.Faint($"more: --cursor {response.Next}"));
        }
    }

    /// <summary>Writes how a query was read.</summary>
    public void Write(QueryReading query)
    {
        TextWriter output = terminal.Output;
        output.WriteLine(_marks.Faint($"read as: {query.ReadAs}"));
        foreach (ReadingRepair repair in query.Repaired)
        {
            string lead = query.Limits.Contains(repair.Code) ? "cut short" : "repaired";
            output.WriteLine(_marks.Faint($"{lead}: {repair.Message}"));
        }

        foreach (QueryExpansion expansion in query.Expansions)
        {
            string also = expansion.Kind == "pattern" ? "" : " also finds";
            string more = expansion.TermCount > expansion.Terms.Count ? ", …" : "";
            output.WriteLine(_marks.Faint($"{expansion.Clause}{also}: {string.Join(", ", expansion.Terms)}{more}"));
        }
    }

    private void Write(PassageHit hit)
    {
        string page = hit.Page is int number ? string.Create(CultureInfo.InvariantCulture, $"p. {number}, ") : "";
        string?[] facts =
        [
            hit.Date, hit.Issuer, string.Create(CultureInfo.InvariantCulture, $"{page}{hit.Kind} {hit.Number}"),
            .. hit.Themes.Select(theme => "#" + theme.Id),
        ];
        TextWriter output = terminal.Output;
        string title = _marks.Strong(_marks.Render(hit.Title, "title", hit.Spans));
        output.WriteLine($"{title}  {string.Join(" · ", facts.Where(fact => fact is not null))}");
        if (hit.Heading is not null)
        {
            output.WriteLine($"  {_marks.Render(hit.Heading, "heading", hit.Spans)}");
        }

        output.WriteLine($"  {_marks.Render(hit)}");
        output.WriteLine($"  {_marks.Faint(hit.Id)}");
    }
}
