namespace Search.Service.Pages;

/// <summary>How queries are written, the keys, the errors of the API.</summary>
internal static class HelpPage
{
    private static readonly (string Written, string Meaning)[] Syntax =
    [
        ("cybercrime convention", "paragraphs with both words, in any inflection"),
        ("\"human rights\"", "the phrase, exactly these words in this order; case and accents do not matter"),
        ("\"rights safeguards\"~5", "the words within five places of each other"),
        ("ransomware OR malware", "either word; AND, OR and NOT are written in capitals"),
        ("treaty -budapest", "without the word; NOT budapest and !budapest say the same"),
        ("(treaty OR convention) duplication", "parentheses group"),
        ("surveill*", "words that begin so; te?t has any one letter"),
        ("organisation", "also organization: other spellings and synonyms count too, and are always named"),
        ("=assist ~assist", "exactly this word; all its inflections, inside quotes too"),
        ("capacity NEAR/5 training", "in any order, at most four words between; ONEAR/5 in this order; w/5, pre/5 too"),
        ("privacy /s surveillance", "in one sentence; /p in one paragraph"),
        ("\"capacity * training\"", "any one word in the gap; \"strengthen* capacit*\" has wildcards"),
        ("budapset~1", "words that differ by one letter; ~2 by two"),
        ("title:resolution", "in the title; heading: in the headings above the paragraph"),
        ("theme:rights -theme:threats", "by theme; also doc: issuer: type: lang: kind:"),
        ("date:[2019 TO 2021-06]", "by date; the filters of the page say the same by year"),
        ("cyber-crime", "the parts side by side, or joined: cybercrime, too"),
    ];

    private static readonly (string Code, string Meaning)[] Errors =
    [
        ("unknown_parameter", "A name in the query string that the address does not take."),
        ("repeated_parameter", "A parameter that may come once came more than once."),
        ("bad_value", "A value that the parameter does not take; hint says what it does."),
        ("bad_filter", "A filter's value is none that its field can have."),
        ("limit_out_of_range", "More, or fewer, hits than one answer can have."),
        ("facet_size_out_of_range", "More, or fewer, values than one facet can have."),
        ("too_many_filters", "More filters than the settings allow."),
        ("query_syntax", "With strict=true: the query would have to be repaired; position says where."),
        ("bad_cursor", "The cursor belongs to another search, or was changed on its way."),
        ("cursor_expired", "The generation of the cursor is gone: begin again from the first page."),
        ("document_not_found", "No document has that id."),
        ("paragraph_not_found", "No paragraph has that id; its text may have changed."),
        ("not_found", "There is nothing at the address."),
        ("method_not_allowed", "Only GET and HEAD are answered."),
        ("not_acceptable", "The API speaks application/json only."),
        ("url_too_long", "The address is longer than the settings allow."),
        ("index_not_ready", "The first index is still being built; Retry-After says when to ask again."),
        ("search_too_slow", "The search did not come to its turn, or its end, in the time that the settings allow."),
        ("bad_request", "The request is not valid HTTP."),
        ("body_too_large", "A request needs no body."),
        ("headers_too_large", "The headers are longer than is answered."),
        ("request_timeout", "The request came too slowly."),
        ("internal", "The server failed; its log tells more under the trace id."),
    ];

    /// <summary>Writes the page.</summary>
    public static string Write(Catalogue catalogue)
    {
        PageHead head = new("Help", catalogue) { Section = "/help", Kind = "prose" };
        return PageFrame.Write(head, html =>
        {
            html.Leaf("h1", "How to search")
                .Start("p", ("class", "stand"))
                .Text("A search finds paragraphs. Words without an operator between them must all occur. "
                    + "A query that cannot be read as written is mended, and the page says how.").End("p");
            html.Start("dl", ("class", "examples"));
            foreach ((string written, string meaning) in Syntax)
            {
                html.Start("div").Start("dt").Start("a", ("href", PageUrl.Search(new() { Q = written })))
                    .Leaf("code", written)
                    .End("a").End("dt").Leaf("dd", meaning).End("div");
            }

            html.End("dl").Start("p").Text(
                "A search counts paragraphs, list items and footnotes. Headings, tables, signatures and the "
                + "rest are found when their kind is asked for.").End("p");
            html.Leaf("h2", "Keys", ("id", "key-list"));
            KeyHelp.WriteList(html);
            html.Leaf("h2", "For programs", ("id", "api"))
                .Start("p").Text("Every page of results has the same address in the API, as JSON: ")
                .Leaf("code", "/api/v1/search?q=…").Text(". It is described at ")
                .Leaf("a", "/openapi/v1.json", ("href", "/openapi/v1.json"))
                .Text(".").End("p");
            html.Leaf("h2", "Errors", ("id", "errors")).Start("dl", ("class", "errors"));
            foreach ((string code, string meaning) in Errors)
            {
                html.Start("div", ("id", code)).Start("dt").Leaf("code", code).End("dt").Leaf("dd", meaning).End("div");
            }

            html.End("dl");
        });
    }
}
