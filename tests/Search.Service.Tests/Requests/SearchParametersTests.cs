using Microsoft.AspNetCore.Http;
using NUnit.Framework;
using Search.Passages.Search;
using Search.Service.Pages;
using Search.Service.Problems;
using Search.Service.Requests;
using Search.Service.Searches;
using Search.Service.Settings;

namespace Search.Service.Tests.Requests;

public sealed class SearchParametersTests
{
    private static readonly LimitSettings Limits = new();

    [TestCase("?nope=1", "unknown_parameter", "nope")]
    [TestCase("?Q=x", "unknown_parameter", "Q")]
    [TestCase("?=x", "unknown_parameter", "")]
    [TestCase("?q=a&q=b", "repeated_parameter", "q")]
    [TestCase("?limit=0", "limit_out_of_range", "limit")]
    [TestCase("?limit=101", "limit_out_of_range", "limit")]
    [TestCase("?limit=-1", "limit_out_of_range", "limit")]
    [TestCase("?limit=ten", "bad_value", "limit")]
    [TestCase("?limit=", "bad_value", "limit")]
    [TestCase("?limit=99999999999999999999", "bad_value", "limit")]
    [TestCase("?sort=size", "bad_value", "sort")]
    [TestCase("?operator=xor", "bad_value", "operator")]
    [TestCase("?strict=1", "bad_value", "strict")]
    [TestCase("?kind=poem", "bad_value", "kind")]
    [TestCase("?theme=", "bad_value", "theme")]
    [TestCase("?-theme=%20", "bad_value", "-theme")]
    [TestCase("?facet=theme,size", "bad_value", "facet")]
    [TestCase("?facet=", "bad_value", "facet")]
    [TestCase("?facet_size=1001", "facet_size_out_of_range", "facet_size")]
    public void A_wrong_parameter_is_refused_by_name(string query, string code, string param)
    {
        ProblemException? error = Assert.Throws<ProblemException>(() => Read(query));

        Assert.That(error?.Problem.Status, Is.EqualTo(400));
        Assert.That(error?.Problem.Code, Is.EqualTo(code));
        Assert.That(error?.Problem.Param, Is.EqualTo(param));
    }

    [Test]
    public void Too_many_filters_are_refused()
    {
        string query = "?" + string.Join('&', Enumerable.Range(0, Limits.Filters + 1).Select(i => $"doc=d{i}"));
        Assert.That(Assert.Throws<ProblemException>(() => Read(query))?.Problem.Code, Is.EqualTo("too_many_filters"));
    }

    [Test]
    public void All_parameters_are_read()
    {
        PassageRequest request = Read(
            "?q=a+b%20c&operator=or&strict=true&theme=rights&-theme=threats&theme=capacity&year=2019..2024"
            + "&sort=-date&limit=5&facet=theme,issuer&facet=year&facet_size=9&cursor=xyz");

        Assert.That(request.Q, Is.EqualTo("a b c"));
        Assert.That(request.IsOr && request.IsStrict);
        Assert.That(request.Filters, Is.EqualTo(
        [
            new PassageFilter("theme", "rights"), new PassageFilter("theme", "threats", true),
            new PassageFilter("theme", "capacity"), new PassageFilter("year", "2019..2024"),
        ]));
        Assert.That(request.Sort, Is.EqualTo(PassageSort.DateDescending));
        Assert.That((request.Limit, request.FacetSize, request.Cursor), Is.EqualTo((5, 9, "xyz")));
        Assert.That(request.Facets, Is.EqualTo(["theme", "issuer", "year"]));
    }

    [Test]
    public void A_request_written_as_an_address_is_read_back_the_same_and_written_the_same()
    {
        int seed = TestContext.CurrentContext.Random.Next();
        TestContext.Out.WriteLine($"seed {seed}");
        Random random = new(seed);
        for (int i = 0; i < 2_000; i++)
        {
            PassageRequest request = Any(random);
            string url = SearchUrl.Write("/", request, Limits.DefaultHits, Limits.DefaultFacetValues);
            PassageRequest again = Read(url[1..]);

            Assert.That(again.Q, Is.EqualTo(request.Q));
            Assert.That(again.Filters, Is.EquivalentTo(request.Filters.Distinct()));
            Assert.That(again with { Filters = [], Facets = [] },
                Is.EqualTo(request with { Filters = [], Facets = [] }));
            Assert.That(again.Facets, Is.EqualTo(request.Facets));
            Assert.That(SearchUrl.Write("/", again, Limits.DefaultHits, Limits.DefaultFacetValues), Is.EqualTo(url));
        }
    }

    [Test]
    public void The_order_of_filters_does_not_change_the_address()
    {
        string one = Written(Read("?theme=rights&theme=capacity&issuer=B&-doc=x"));
        string other = Written(Read("?-doc=x&issuer=B&theme=capacity&theme=rights&theme=rights"));
        Assert.That(one, Is.EqualTo(other));
    }

    [Test]
    public void A_page_forgives_what_forms_and_links_bring_along()
    {
        DefaultHttpContext context = new();
        context.Request.QueryString = new QueryString("?q=a&q=b&utm_source=mail&theme=&issuer=X&issuer=X&sort=");
        CheckedParameters sent = PageParameters.Check(
            QueryParameters.Read(context.Request), SearchParameters.Specs(Limits));
        PassageRequest request = SearchParameters.Read(sent, Limits);

        Assert.That(request.Q, Is.EqualTo("a"));
        Assert.That(request.Filters, Is.EqualTo([new PassageFilter("issuer", "X")]));
    }

    [TestCase("?q=%ED%A0%80")]
    [TestCase("?q=%FF%FE")]
    [TestCase("?q=%")]
    [TestCase("?q=%zz")]
    [TestCase("?q=%00")]
    [TestCase("?q=\ud800")]
    [TestCase("?q")]
    [TestCase("?&&&q=x&&")]
    public void No_encoding_of_a_query_is_an_error(string query)
    {
        PassageRequest request = Read(query);
        Assert.That(Written(request), Does.StartWith("/"));
    }

    private static string Written(PassageRequest request) =>
        SearchUrl.Write("/", request, Limits.DefaultHits, Limits.DefaultFacetValues);

    private static PassageRequest Read(string query)
    {
        DefaultHttpContext context = new();
        context.Request.QueryString = new QueryString(query);
        CheckedParameters sent = CheckedParameters.Check(
            QueryParameters.Read(context.Request), SearchParameters.Specs(Limits));
        return SearchParameters.Read(sent, Limits);
    }

    private static PassageRequest Any(Random random)
    {
        string[] texts = ["a b", "\"x y\"~5", "a+b&c=d", "é 😀", "100%", "#?/", "[2019 TO 2021]", "-x", "\t"];
        string[] names = ["theme", "doc", "issuer", "type", "lang", "year"];
        return new PassageRequest
        {
            Q = random.Next(4) == 0 ? null : texts[random.Next(texts.Length - 1)],
            IsOr = random.Next(2) == 0,
            IsStrict = random.Next(2) == 0,
            Filters =
            [
                .. Enumerable.Range(0, random.Next(5)).Select(_ => new PassageFilter(
                    names[random.Next(names.Length)], texts[random.Next(texts.Length - 1)], random.Next(2) == 0)),
            ],
            Sort = (PassageSort)random.Next(4),
            Limit = random.Next(1, 101),
            FacetSize = random.Next(1, 1_001),
            Facets = random.Next(2) == 0 ? [] : ["theme", "year"],
            Cursor = random.Next(3) == 0 ? "AbC-_=" : null,
        };
    }
}
