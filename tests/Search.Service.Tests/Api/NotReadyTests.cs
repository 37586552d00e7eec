using System.Net;
using System.Text.Json;
using NUnit.Framework;
using Search.Service.Tests.Hosts;

namespace Search.Service.Tests.Api;

/// <summary>The service before there is an index, and what it answers whatever the index holds.</summary>
public sealed class NotReadyTests
{
    private ServiceHost _host = null!; // set up before each test

    [OneTimeSetUp]
    public async Task Start() => _host = await ServiceHost.StartAsync(fill: null);

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [TestCase("/api/v1/search?q=x")]
    [TestCase("/api/v1/paragraphs/a~b")]
    [TestCase("/api/v1/documents")]
    [TestCase("/api/v1/documents/a")]
    [TestCase("/api/v1/themes")]
    [TestCase("/readyz")]
    public async Task Until_the_first_generation_there_is_a_reason_and_a_time_to_ask_again(string url)
    {
        using HttpResponseMessage response = await _host.Client.GetAsync(url);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(response.Headers.RetryAfter?.Delta, Is.EqualTo(TimeSpan.FromSeconds(3)));
        Assert.That((await ProblemOf(response)).GetProperty("code").GetString(), Is.EqualTo("index_not_ready"));
    }

    [Test]
    public async Task The_process_is_alive_and_tells_how_it_stands()
    {
        Assert.That((await _host.Client.GetAsync("/healthz")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        using var status = JsonDocument.Parse(await _host.Client.GetStringAsync("/api/v1/status"));
        Assert.That(status.RootElement.GetProperty("is_ready").GetBoolean(), Is.False);
        Assert.That(status.RootElement.GetProperty("generation").ValueKind, Is.EqualTo(JsonValueKind.Null));
        Assert.That(status.RootElement.GetProperty("next_run").GetDateTimeOffset().Minute, Is.Zero);
    }

    [TestCase("/")]
    [TestCase("/?q=x")]
    [TestCase("/documents")]
    [TestCase("/documents/a")]
    [TestCase("/paragraphs/a~b")]
    [TestCase("/themes")]
    public async Task A_reader_sees_a_page_that_says_so(string url)
    {
        using HttpResponseMessage response = await _host.Client.GetAsync(url);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/html"));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("first index is still being built"));
    }

    [TestCase("/help")]
    [TestCase("/status")]
    public async Task Help_and_status_need_no_index(string url) =>
        Assert.That((await _host.Client.GetAsync(url)).StatusCode, Is.EqualTo(HttpStatusCode.OK));

    [TestCase("GET", "/api/v1/nothing", 404, "not_found")]
    [TestCase("GET", "/api/v2/search", 404, "not_found")]
    [TestCase("GET", "/openapi/v9.json", 404, "not_found")]
    [TestCase("POST", "/api/v1/search", 405, "method_not_allowed")]
    [TestCase("DELETE", "/api/v1/documents/a", 405, "method_not_allowed")]
    [TestCase("OPTIONS", "/api/v1/search", 405, "method_not_allowed")]
    [TestCase("BREW", "/api/v1/status", 405, "method_not_allowed")]
    [TestCase("GET", "/api/v1/search?nope=1", 400, "unknown_parameter")]
    [TestCase("GET", "/api/v1/search?limit=101", 400, "limit_out_of_range")]
    [TestCase("GET", "/api/v1/documents?limit=0", 400, "limit_out_of_range")]
    [TestCase("GET", "/api/v1/documents?sort=size", 400, "bad_value")]
    [TestCase("GET", "/api/v1/status?x", 400, "unknown_parameter")]
    [TestCase("GET", "/api/v1/themes?q=x", 400, "unknown_parameter")]
    public async Task A_refusal_is_problem_details(string method, string url, int status, string code)
    {
        using HttpRequestMessage request = new(new HttpMethod(method), url);
        using HttpResponseMessage response = await _host.Client.SendAsync(request);

        Assert.That((int)response.StatusCode, Is.EqualTo(status));
        JsonElement problem = await ProblemOf(response);
        Assert.That(problem.GetProperty("code").GetString(), Is.EqualTo(code));
        Assert.That(problem.GetProperty("status").GetInt32(), Is.EqualTo(status));
        Assert.That(problem.GetProperty("trace_id").GetString(), Is.Not.Empty);
        Assert.That(response.Content.Headers.Allow.Count > 0, Is.EqualTo(status == 405));
    }

    [Test]
    public async Task A_wrong_page_address_is_a_page()
    {
        using HttpResponseMessage response = await _host.Client.GetAsync("/nowhere");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/html"));
    }

    [Test]
    public async Task The_api_speaks_json_only()
    {
        using HttpRequestMessage request = new(HttpMethod.Get, "/api/v1/status");
        request.Headers.Add("Accept", "text/csv");
        using HttpResponseMessage response = await _host.Client.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotAcceptable));
        Assert.That((await ProblemOf(response)).GetProperty("code").GetString(), Is.EqualTo("not_acceptable"));
    }

    [Test]
    public async Task An_address_that_is_too_long_is_refused_by_problem_details()
    {
        using HttpResponseMessage response =
            await _host.Client.GetAsync("/api/v1/search?q=" + new string('a', 140_000));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.RequestUriTooLong));
        Assert.That((await ProblemOf(response)).GetProperty("code").GetString(), Is.EqualTo("url_too_long"));
    }

    [Test]
    public async Task Head_is_answered_as_get_without_the_body()
    {
        using HttpRequestMessage request = new(HttpMethod.Head, "/api/v1/status");
        using HttpResponseMessage response = await _host.Client.SendAsync(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.Content.Headers.ContentLength, Is.GreaterThan(0));
        Assert.That(await response.Content.ReadAsByteArrayAsync(), Is.Empty);
    }

    [TestCase("/help")]
    [TestCase("/api/v1/status")]
    [TestCase("/nowhere")]
    [TestCase("/api/v1/search?nope=1")]
    public async Task Every_answer_keeps_the_browser_from_what_no_page_needs(string url)
    {
        using HttpResponseMessage response = await _host.Client.GetAsync(url);

        string policy = response.Headers.GetValues("Content-Security-Policy").Single();
        Assert.That(policy, Does.Contain("default-src 'none'").And.Not.Contain("unsafe"));
        Assert.That(response.Headers.GetValues("X-Content-Type-Options").Single(), Is.EqualTo("nosniff"));
        Assert.That(response.Headers.Contains("Server"), Is.False);
        Assert.That(response.Headers.GetValues("Server-Timing").Single(), Does.StartWith("app;dur="));
    }

    [Test]
    public async Task The_page_s_files_are_kept_by_the_browser_for_as_long_as_they_are_the_same()
    {
        string html = await _host.Client.GetStringAsync("/help");
        string url = System.Text.RegularExpressions.Regex.Match(html, "/assets/site\\.css\\?v=[0-9a-f]+").Value;
        using HttpResponseMessage pinned = await _host.Client.GetAsync(url);
        Assert.That(pinned.Headers.CacheControl?.MaxAge, Is.EqualTo(TimeSpan.FromDays(365)));
        Assert.That(pinned.Content.Headers.ContentType?.MediaType, Is.EqualTo("text/css"));

        using HttpRequestMessage again = new(HttpMethod.Get, "/assets/site.css");
        again.Headers.IfNoneMatch.Add(pinned.Headers.ETag ?? throw new AssertionException("no tag"));
        using HttpResponseMessage held = await _host.Client.SendAsync(again);
        Assert.That(held.StatusCode, Is.EqualTo(HttpStatusCode.NotModified));
        Assert.That((await _host.Client.GetAsync("/assets/nothing.css")).StatusCode,
            Is.EqualTo(HttpStatusCode.NotFound));
    }

    [Test]
    public async Task The_description_names_every_endpoint_and_every_parameter_that_is_taken()
    {
        using var description = JsonDocument.Parse(await _host.Client.GetStringAsync("/openapi/v1.json"));
        JsonElement paths = description.RootElement.GetProperty("paths");

        Assert.That(paths.EnumerateObject().Select(path => path.Name), Is.EquivalentTo([
            "/api/v1/search", "/api/v1/parse", "/api/v1/suggest", "/api/v1/paragraphs/{id}", "/api/v1/documents",
                "/api/v1/documents/{id}",
                "/api/v1/themes", "/api/v1/themes/export", "/api/v1/themes/{id}",
            "/api/v1/status", "/healthz", "/readyz",
        ]));
        JsonElement search = paths.GetProperty("/api/v1/search").GetProperty("get");
        List<string?> names = [.. search.GetProperty("parameters").EnumerateArray()
            .Select(one => one.GetProperty("name").GetString())];
        Assert.That(names, Is.EquivalentTo(
            Service.Searches.SearchParameters.Specs(new Service.Settings.LimitSettings()).Select(spec => spec.Name)));
        Assert.That(search.GetProperty("parameters").EnumerateArray(), Has.All.Matches<JsonElement>(
            one => one.GetProperty("description").GetString()?.Length > 10));
        JsonElement schemas = description.RootElement.GetProperty("components").GetProperty("schemas");
        JsonElement response = schemas.GetProperty("PassageResponse").GetProperty("properties");
        Assert.That(response.EnumerateObject().Select(one => one.Name),
            Is.EqualTo(["generation", "query", "total", "hits", "facets", "next"]));
        Assert.That(response.GetProperty("total").GetProperty("type").GetString(), Is.EqualTo("integer"));
        Assert.That(response.GetProperty("total").GetProperty("description").GetString(), Is.Not.Empty);
    }

    private async Task<JsonElement> ProblemOf(HttpResponseMessage response)
    {
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        string code = problem.RootElement.GetProperty("code").GetString() ?? "";
        Assert.That(await _host.Client.GetStringAsync("/help"), Does.Contain($"id=\"{code}\""),
            "every code is explained");
        return problem.RootElement.Clone();
    }
}
