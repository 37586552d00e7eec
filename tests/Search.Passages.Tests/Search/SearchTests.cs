using NUnit.Framework;
using Search.Passages.Search;

namespace Search.Passages.Tests.Search;

/// <summary>Searches over a small corpus: filters, facets, orders, pages, spans and errors.</summary>
public sealed class SearchTests
{
    private TestCorpus _corpus = null!;
    private PassageIndex _index = null!;

    [OneTimeSetUp]
    public void Index()
    {
        _corpus = TestCorpus.Small();
        _index = _corpus.Indexed();
    }

    [OneTimeTearDown]
    public void Close()
    {
        _index.Dispose();
        _corpus.Dispose();
    }

    [TestCase(null, 9)]
    [TestCase("ransomware", 4)]
    [TestCase("ransomware -doc:b-undated", 3)]
    [TestCase("\"technical assistance\"", 2)]
    [TestCase("assisting", 2)]
    [TestCase("\"assisting\"", 0)]
    [TestCase("building technical", 2)]
    [TestCase("\"building technical\"", 0)]
    [TestCase("cybercrime", 2)]
    [TestCase("cyber-crime", 2)]
    [TestCase("\"cyber crime\"", 2)]
    [TestCase("cooperat*", 1)]
    [TestCase("co-operation", 2)]
    [TestCase("A/RES/74/247", 1)]
    [TestCase("title:resolution", 2)]
    [TestCase("heading:threats", 1)]
    [TestCase("issuer:\"european union\"", 4)]
    [TestCase("issuer:\"cote d'ivoire\"", 2)]
    [TestCase("type:REPORT", 2)]
    [TestCase("date:[2019 TO 2021]", 6)]
    [TestCase("date:2021-03-15", 2)]
    [TestCase("year:2024", 2)]
    [TestCase("year:2019..2021", 6)]
    [TestCase("year:202*", 4)]
    [TestCase("kind:heading", 2)]
    [TestCase("-kind:item", 7)]
    [TestCase("kind:(heading OR item)", 4)]
    [TestCase("number:1 doc:b-undated", 1)]
    [TestCase("nosuchword", 0)]
    public void A_query_finds_as_many_passages_as_it_should(string? query, int count)
    {
        PassageResponse response = _index.Search(TestCorpus.Request(query));

        Assert.That(response.Total, Is.EqualTo(count), string.Join('\n', response.Hits.Select(hit => hit.Text)));
        Assert.That(response.Hits, Has.Count.EqualTo(count));
    }

    [TestCase(4, "issuer=European Union")]
    [TestCase(4, "issuer=EUROPEAN  union")]
    [TestCase(6, "issuer=European Union", "issuer=Cote d'Ivoire")]
    [TestCase(0, "issuer=European Union", "type=report")]
    [TestCase(5, "-issuer=European Union")]
    [TestCase(6, "year=2019..2021")]
    [TestCase(4, "year=2020..")]
    [TestCase(6, "year=..2021")]
    [TestCase(2, "year=2024")]
    [TestCase(7, "-year=2024")]
    [TestCase(2, "kind=heading")]
    [TestCase(2, "kind=item")]
    [TestCase(7, "-kind=item")]
    [TestCase(9, "-kind=heading")]
    [TestCase(8, "-kind=item", "kind=paragraph", "kind=heading", "-doc=b-undated")]
    [TestCase(2, "doc=a-report")]
    [TestCase(0, "theme=nosuchtheme")]
    public void Filters_keep_any_of_a_name_and_all_of_the_names(int count, params string[] filters) =>
        Assert.That(_index.Search(TestCorpus.Request(null, filters)).Total, Is.EqualTo(count));

    [Test]
    public void A_filter_and_the_same_clause_in_the_query_keep_the_same_passages()
    {
        string[] filters =
            ["issuer=European Union", "type=report", "year=2020..2024", "kind=item", "doc=b-undated", "lang=en"];
        string[] clauses =
            ["issuer:\"European Union\"", "type:report", "year:2020..2024", "kind:item", "doc:b-undated", "lang:en"];
        Assert.Multiple(() =>
        {
            foreach ((string filter, string clause) in filters.Zip(clauses))
            {
                string[] kept = Ids(TestCorpus.Request(null, filter));
                string[] left = Ids(TestCorpus.Request(null, "-" + filter));
                Assert.That(Ids(TestCorpus.Request(clause)), Is.EquivalentTo(kept), clause);
                Assert.That(Ids(TestCorpus.Request("* -" + clause)), Is.EquivalentTo(left), clause);
            }
        });
    }

    [Test]
    public void Each_count_of_a_facet_is_the_total_of_the_search_that_it_leads_to()
    {
        string[] names = ["theme", "doc", "issuer", "type", "lang", "kind", "year"];
        foreach (string? query in new[] { null, "ransomware", "technical" })
        {
            PassageResponse response = _index.Search(
                TestCorpus.Request(query, "issuer=European Union", "issuer=United Nations") with { Facets = names });
            foreach ((string name, FacetCount count) in
                response.Facets.SelectMany(facet => facet.Value.Select(count => (facet.Key, count))))
            {
                string[] others = name == "issuer" ? [] : ["issuer=European Union", "issuer=United Nations"];
                PassageResponse narrowed = _index.Search(
                    TestCorpus.Request(query, [.. others, $"{name}={count.Value}"]));
                Assert.That(narrowed.Total, Is.EqualTo(count.Count), $"{query} {name}={count.Value}");
            }
        }
    }

    [Test]
    public void A_facet_shows_values_as_written_and_the_largest_first()
    {
        IReadOnlyList<FacetCount> issuers =
            _index.Search(TestCorpus.Request(null) with { Facets = ["issuer"] }).Facets["issuer"];

        Assert.That(issuers, Is.EqualTo(new FacetCount[]
        {
            new("European Union", 4), new("Côte d'Ivoire", 2), new("United Nations", 2),
        }));
    }

    [TestCase(PassageSort.DateAscending, "2019-07-31", "2021-03", "2024", null)]
    [TestCase(PassageSort.DateDescending, "2024", "2021-03", "2019-07-31", null)]
    public void Dates_sort_by_their_start_and_undated_passages_last(PassageSort sort, params string?[] dates)
    {
        PassageResponse response = _index.Search(TestCorpus.Request("ransomware") with { Sort = sort });

        Assert.That(response.Hits.Select(hit => hit.Date), Is.EqualTo(dates));
        Assert.That(response.Hits.Select(hit => hit.Score), Has.All.Null);
    }

    [Test]
    public void Hits_of_a_document_sort_in_reading_order()
    {
        PassageResponse response = _index.Search(TestCorpus.Request(null) with { Sort = PassageSort.Document });

        Assert.That(
            response.Hits.Select(hit => (hit.Document, hit.Number)),
            Is.EqualTo(response.Hits.Select(hit => (hit.Document, hit.Number)).Order()));
    }

    [TestCase(PassageSort.Relevance)]
    [TestCase(PassageSort.DateAscending)]
    [TestCase(PassageSort.DateDescending)]
    [TestCase(PassageSort.Document)]
    public void Pages_give_each_hit_once_and_in_the_order_of_one_large_page(PassageSort sort)
    {
        PassageRequest request = TestCorpus.Request("kind:* the") with { Sort = sort, IsOr = true };
        var paged = new List<string>();
        string? cursor = null;
        do
        {
            PassageResponse page = _index.Search(request with { Limit = 2, Cursor = cursor });
            paged.AddRange(page.Hits.Select(hit => hit.Id));
            cursor = page.Next;
        }
        while (cursor is not null);

        Assert.That(paged, Has.Count.GreaterThan(8));
        Assert.That(paged, Is.EqualTo(_index.Search(request).Hits.Select(hit => hit.Id)));
    }

    [TestCase(null)]
    [TestCase("ransomware")]
    [TestCase("technical issuer:\"european union\"")]
    public void All_that_matches_is_as_much_as_the_total_says(string? query)
    {
        PassageRequest request = TestCorpus.Request(query);

        Assert.That(_index.All(request).Select(hit => hit.Id), Is.EquivalentTo(Ids(request)));
    }

    [Test]
    public void Ties_of_relevance_go_by_id()
    {
        PassageResponse response = _index.Search(TestCorpus.Request(null));

        Assert.That(
            response.Hits.Select(hit => hit.Id),
            Is.EqualTo(response.Hits.Select(hit => hit.Id).Order(StringComparer.Ordinal)));
    }

    [Test]
    public void Spans_are_code_points_of_the_returned_text_and_mark_the_match_alone()
    {
        using var corpus = new TestCorpus();
        corpus.Write("x.txt", "𝔘𝔫 préface 😀: technical help and technical assistance 😀 for assistance.");
        using PassageIndex index = corpus.Indexed();
        PassageHit hit = index.Search(TestCorpus.Request("\"Technical Assistance\"")).Hits.Single();
        int[] points = [.. hit.Text.EnumerateRunes().Select(rune => rune.Value)];
        string[] marked =
        [
            .. hit.Spans.Select(span => string.Concat(
                points[span.Start..span.End].Select(point => new System.Text.Rune(point).ToString()))),
        ];

        Assert.That(string.Join(' ', marked), Is.EqualTo("technical assistance"));
        Assert.That(hit.Spans.Select(span => span.Field), Has.All.EqualTo("text"));
    }

    [TestCase("issuer:\"European Union\"")]
    [TestCase("*")]
    [TestCase("date:2019")]
    [TestCase("")]
    public void Nothing_is_marked_where_nothing_of_the_query_is_about_words(string query) =>
        Assert.That(_index.Search(TestCorpus.Request(query)).Hits.SelectMany(hit => hit.Spans), Is.Empty);

    [Test]
    public void A_query_about_words_and_fields_marks_the_words()
    {
        PassageHit hit = _index.Search(TestCorpus.Request("ransomware issuer:\"european union\"")).Hits.Single();

        Assert.That(hit.Spans, Has.Count.EqualTo(1));
        Assert.That(hit.Text[hit.Spans[0].Start..hit.Spans[0].End], Is.EqualTo("Ransomware"));
    }

    [Test]
    public void A_query_that_cannot_be_read_is_repaired_and_the_answer_says_how()
    {
        QueryReading reading = _index.Search(TestCorpus.Request("\"technical assistance")).Query;

        Assert.That(reading.Repaired.Single().Code, Is.EqualTo("unbalanced-quote"));
        Assert.That(reading.ReadAs, Is.Not.Empty);
    }

    [TestCase("(a", 0)]
    [TestCase("😀😀 date:someday", 8)]
    public void A_strict_request_refuses_what_needs_a_repair(string query, int position)
    {
        PassageRequestException? error = Assert.Throws<PassageRequestException>(
            () => _index.Search(TestCorpus.Request(query) with { IsStrict = true }));

        Assert.That((error!.Code, error.Param, error.Position), Is.EqualTo(("query_syntax", "q", position)));
    }

    [TestCase("date:someday")]
    [TestCase("number:many")]
    [TestCase("year:19")]
    public void A_value_that_its_field_cannot_have_matches_nothing_and_the_answer_says_so(string query)
    {
        PassageResponse response = _index.Search(TestCorpus.Request(query));

        Assert.That(response.Total, Is.Zero);
        Assert.That(response.Query.Repaired.Single().Code, Is.EqualTo("bad-value"));
    }

    [Test]
    public void Wrong_requests_are_refused_with_a_code_and_the_parameter()
    {
        Assert.Multiple(() =>
        {
            Expect("limit_out_of_range", "limit", TestCorpus.Request(null) with { Limit = 101 });
            Expect("limit_out_of_range", "limit", TestCorpus.Request(null) with { Limit = 0 });
            Expect("unknown_filter", "colour", TestCorpus.Request(null, "colour=red"));
            Expect("unknown_facet", "facet", TestCorpus.Request(null) with { Facets = ["colour"] });
            Expect("bad_filter", "year", TestCorpus.Request(null, "year=soon"));
            Expect("bad_filter", "-year", TestCorpus.Request(null, "-year=2020..2019"));
            Expect("bad_filter", "kind", TestCorpus.Request(null, "kind=poem"));
            Expect("bad_filter", "issuer", TestCorpus.Request(null, "issuer= "));
            Expect("bad_cursor", "cursor", TestCorpus.Request(null) with { Cursor = "no cursor" });
            Expect("bad_cursor", "cursor", TestCorpus.Request(null) with { Cursor = "MX4yfjM" });
        });
    }

    [Test]
    public void A_cursor_of_another_request_is_refused()
    {
        string cursor = _index.Search(TestCorpus.Request("ransomware") with { Limit = 1 }).Next!;

        Expect("bad_cursor", "cursor", TestCorpus.Request("ransom") with { Cursor = cursor });
        Expect("bad_cursor", "cursor", TestCorpus.Request("ransomware", "year=2024") with { Cursor = cursor });
    }

    [TestCase("\"")]
    [TestCase("(((((")]
    [TestCase("a*b*c*")]
    [TestCase("*")]
    [TestCase("AND OR NOT")]
    [TestCase("title:")]
    [TestCase("date:[ TO ]")]
    [TestCase("date:{2019 TO 2018}")]
    [TestCase("number:99999999999999999999")]
    [TestCase("year:[* TO *]")]
    [TestCase("\ud800 x")]
    [TestCase("\u200f\u202e\u200b")]
    [TestCase("/(((/")]
    [TestCase("theme:(a OR b)^3")]
    [TestCase("id:~2")]
    [TestCase("date:2019~1")]
    [TestCase("kind:/para.*/")]
    [TestCase("issuer:{a TO z}")]
    public void Nothing_written_in_the_box_is_an_error(string query) =>
        Assert.That(() => _index.Search(TestCorpus.Request(query)), Throws.Nothing);

    private string[] Ids(PassageRequest request) => [.. _index.Search(request).Hits.Select(hit => hit.Id)];

    private void Expect(string code, string param, PassageRequest request)
    {
        PassageRequestException? error = Assert.Throws<PassageRequestException>(() => _index.Search(request));
        Assert.That((error!.Code, error.Param), Is.EqualTo((code, param)));
    }
}
