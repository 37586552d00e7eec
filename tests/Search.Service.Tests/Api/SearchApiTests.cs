using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using NUnit.Framework;
using Search.Service.Tests.Hosts;

namespace Search.Service.Tests.Api;

/// <summary>The API over a real index.</summary>
public sealed class SearchApiTests
{
    private ServiceHost _host = null!; // set up before the first test

    [OneTimeSetUp]
    public async Task Start() => _host = await ServiceHost.StartAsync(SmallCorpus.Write);

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task A_phrase_finds_its_paragraph_with_spans_themes_and_links()
    {
        JsonElement answer = await SearchAsync("q=%22valuable+resources%22");

        Assert.That(answer.GetProperty("total").GetInt64(), Is.EqualTo(1));
        JsonElement hit = answer.GetProperty("hits")[0];
        Assert.That(hit.GetProperty("document").GetString(), Is.EqualTo("statements-harbour"));
        Assert.That(hit.GetProperty("title").GetString(), Is.EqualTo("Statement of the Harbour States on cooperation"));
        Assert.That(hit.GetProperty("date").GetString(), Is.EqualTo("2019-07-26"));
        Assert.That(hit.GetProperty("issuer").GetString(), Is.EqualTo("Harbour States"));
        Assert.That(hit.GetProperty("kind").GetString(), Is.EqualTo("paragraph"));
        Assert.That(hit.GetProperty("id").GetString(), Does.Match("^statements-harbour~[0-9a-f]{12}$"));
        Assert.That(Marked(hit), Is.EqualTo(["valuable resources"]));
        foreach (JsonProperty link in hit.GetProperty("links").EnumerateObject())
        {
            using HttpResponseMessage followed = await _host.Client.GetAsync(link.Value.GetString());
            Assert.That(followed.StatusCode, Is.EqualTo(HttpStatusCode.OK), link.Name);
        }
    }

    [Test]
    public async Task A_theme_comes_with_the_words_that_decided_it()
    {
        JsonElement hit = (await SearchAsync("q=%22valuable+resources%22")).GetProperty("hits")[0];
        Assert.That(Themes(hit), Does.Contain("new-treaty"));
        JsonElement theme = hit.GetProperty("themes")[0];
        Assert.That(theme.GetProperty("scheme").GetString(), Does.StartWith("cybercrime-policy "));
        Assert.That(theme.GetProperty("override").ValueKind, Is.EqualTo(JsonValueKind.Null));
        foreach (JsonElement evidence in hit.GetProperty("themes")[0].GetProperty("evidence").EnumerateArray())
        {
            Assert.That(evidence.GetProperty("start").GetInt32(), Is.LessThan(evidence.GetProperty("end").GetInt32()));
        }
    }

    [Test]
    public async Task Spans_count_code_points()
    {
        JsonElement hit = (await SearchAsync("q=satellites")).GetProperty("hits")[0];
        Assert.That(Marked(hit), Is.EqualTo(["satellites"]));
    }

    [Test]
    public async Task A_filter_alone_lists_what_it_leaves_without_spans()
    {
        JsonElement answer = await SearchAsync("issuer=Registry&limit=100");

        Assert.That(answer.GetProperty("total").GetInt64(), Is.EqualTo(SmallCorpus.Entries));
        Assert.That(answer.GetProperty("hits").GetArrayLength(), Is.EqualTo(100));
        Assert.That(answer.GetProperty("hits").EnumerateArray().Sum(hit => hit.GetProperty("spans").GetArrayLength()),
            Is.Zero);
    }

    [Test]
    public async Task Filters_are_or_within_a_name_and_and_across_names_and_a_minus_leaves_out()
    {
        long either = await TotalAsync("q=assistance&doc=report&doc=statements-harbour");
        long first = await TotalAsync("q=assistance&doc=report");
        long second = await TotalAsync("q=assistance&doc=statements-harbour");
        Assert.That(either, Is.EqualTo(first + second).And.GreaterThan(first));
        Assert.That(await TotalAsync("q=assistance&doc=report&issuer=Registry"), Is.Zero);
        Assert.That(await TotalAsync("q=assistance&-doc=report"), Is.EqualTo(await TotalAsync("q=assistance") - first));
        Assert.That(await TotalAsync("q=assistance&year=2018..2020"), Is.EqualTo(second));
    }

    [Test]
    public async Task Pages_by_cursor_give_every_hit_once_and_in_the_order_of_one_long_answer()
    {
        foreach (string sort in new[] { "relevance", "date", "-date", "document" })
        {
            List<string?> ids = [];
            string? cursor = null;
            do
            {
                JsonElement page = await SearchAsync(
                    $"q=entry+OR+treaty&limit=17&sort={sort}"
                        + (cursor is null ? "" : "&cursor=" + Uri.EscapeDataString(cursor)));
                ids.AddRange(page.GetProperty("hits").EnumerateArray()
                    .Select(hit => hit.GetProperty("id").GetString()));
                cursor = page.GetProperty("next").GetString();
            }
            while (cursor is not null);

            JsonElement whole = await SearchAsync($"q=entry+OR+treaty&limit=100&sort={sort}");
            Assert.That(ids, Is.Unique);
            Assert.That(ids, Has.Count.EqualTo(whole.GetProperty("total").GetInt32()));
            Assert.That(ids.Take(100), Is.EqualTo(
                whole.GetProperty("hits").EnumerateArray().Select(hit => hit.GetProperty("id").GetString())));
        }
    }

    [Test]
    public async Task A_cursor_that_was_tampered_with_or_belongs_to_another_search_is_refused()
    {
        string cursor = (await SearchAsync("q=entry&limit=5")).GetProperty("next").GetString() ?? "";
        foreach (string bad in new[] { "x", "%00", cursor[..^2], cursor + "A", "AAAA" + cursor })
        {
            JsonElement problem = await ProblemAsync(
                "q=entry&limit=5&cursor=" + Uri.EscapeDataString(bad), HttpStatusCode.BadRequest);
            Assert.That(problem.GetProperty("param").GetString(), Is.EqualTo("cursor"));
        }

        JsonElement other = await ProblemAsync(
            "q=treaty&cursor=" + Uri.EscapeDataString(cursor), HttpStatusCode.BadRequest);
        Assert.That(other.GetProperty("code").GetString(), Is.EqualTo("bad_cursor"));
    }

    [Test]
    public async Task Facets_leave_out_their_own_filter_and_agree_with_the_total()
    {
        JsonElement answer = await SearchAsync("q=assistance&doc=report&facet=doc,year&facet=issuer");
        JsonElement facets = answer.GetProperty("facets");

        Dictionary<string, long> documents = Counts(facets.GetProperty("doc"));
        Assert.That(documents["report"], Is.EqualTo(answer.GetProperty("total").GetInt64()));
        Assert.That(documents.Values.Sum(), Is.EqualTo(await TotalAsync("q=assistance")));
        Assert.That(facets.EnumerateObject().Select(one => one.Name), Is.EquivalentTo(["doc", "year", "issuer"]));
    }

    [Test]
    public async Task A_query_that_had_to_be_mended_says_so_and_strict_refuses_it_with_the_place()
    {
        JsonElement answer = await SearchAsync("q=%22technical+assistance");
        Assert.That(answer.GetProperty("query").GetProperty("repaired").GetArrayLength(), Is.EqualTo(1));
        Assert.That(answer.GetProperty("query").GetProperty("input").GetString(), Is.EqualTo("\"technical assistance"));
        Assert.That(answer.GetProperty("query").GetProperty("read_as").GetString(), Is.Not.Empty);

        JsonElement problem = await ProblemAsync("strict=true&q=%22technical+assistance", HttpStatusCode.BadRequest);
        Assert.That(problem.GetProperty("param").GetString(), Is.EqualTo("q"));
        Assert.That(problem.GetProperty("position").GetInt32(), Is.GreaterThanOrEqualTo(0));
    }

    [Test]
    public async Task Operator_or_widens_and_expansions_are_named()
    {
        Assert.That(await TotalAsync("q=ransomware+treaty"), Is.Zero);
        Assert.That(await TotalAsync("q=ransomware+treaty&operator=or"), Is.GreaterThan(1));
        JsonElement expansion = (await SearchAsync("q=prosecut*")).GetProperty("query").GetProperty("expansions")[0];
        Assert.That(expansion.GetProperty("clause").GetString(), Is.EqualTo("prosecut*"));
        Assert.That(expansion.GetProperty("terms").EnumerateArray().Select(term => term.GetString()),
            Does.Contain("prosecutors"));
    }

    [TestCase("year=19", "year")]
    [TestCase("year=2020..2019", "year")]
    [TestCase("-year=x", "-year")]
    public async Task A_value_that_no_field_has_is_refused_by_name(string query, string param)
    {
        JsonElement problem = await ProblemAsync(query, HttpStatusCode.BadRequest);
        Assert.That(problem.GetProperty("param").GetString(), Is.EqualTo(param));
    }

    [Test]
    public async Task An_answer_that_the_caller_holds_is_not_sent_again()
    {
        foreach (string url in new[]
        {
            "/api/v1/search?q=treaty", "/api/v1/documents", "/api/v1/documents/report", "/api/v1/themes",
                "/?q=treaty", "/documents",
            "/documents/report?q=assistance", "/themes",
        })
        {
            using HttpResponseMessage first = await _host.Client.GetAsync(url);
            Assert.That(first.StatusCode, Is.EqualTo(HttpStatusCode.OK), url);
            Assert.That(first.Headers.ETag?.IsWeak, Is.False, url);
            Assert.That(first.Headers.CacheControl?.NoCache, Is.True, url);
            using HttpRequestMessage request = new(HttpMethod.Get, url);
            request.Headers.TryAddWithoutValidation("If-None-Match", "\"other\", " + first.Headers.ETag);
            using HttpResponseMessage second = await _host.Client.SendAsync(request);
            Assert.That(second.StatusCode, Is.EqualTo(HttpStatusCode.NotModified), url);
            Assert.That(second.Headers.ETag, Is.EqualTo(first.Headers.ETag), url);
            Assert.That(await second.Content.ReadAsByteArrayAsync(), Is.Empty, url);
        }
    }

    [Test]
    public async Task The_same_search_in_another_order_of_parameters_has_the_same_tag_and_bytes()
    {
        using HttpResponseMessage one =
            await _host.Client.GetAsync("/api/v1/search?q=treaty&theme=rights&theme=threats&limit=20");
        using HttpResponseMessage other =
            await _host.Client.GetAsync("/api/v1/search?theme=threats&theme=rights&q=treaty");
        Assert.That(other.Headers.ETag, Is.EqualTo(one.Headers.ETag));
        Assert.That(await other.Content.ReadAsStringAsync(), Is.EqualTo(await one.Content.ReadAsStringAsync()));
        using HttpResponseMessage third = await _host.Client.GetAsync("/api/v1/search?q=treaty&theme=rights");
        Assert.That(third.Headers.ETag, Is.Not.EqualTo(one.Headers.ETag));
    }

    [Test]
    public async Task Documents_paragraphs_themes_and_status_tell_the_same_story()
    {
        using var documents = JsonDocument.Parse(await _host.Client.GetStringAsync("/api/v1/documents?sort=-date"));
        Assert.That(documents.RootElement.GetProperty("documents").EnumerateArray()
            .Select(one => one.GetProperty("id").GetString()),
            Is.EqualTo(["statements-montagne", "statements-harbour", "register", "report"]));

        using var document = JsonDocument.Parse(
            await _host.Client.GetStringAsync("/api/v1/documents/statements-harbour"));
        JsonElement units = document.RootElement.GetProperty("passages");
        Assert.That(units.EnumerateArray().Select(unit => unit.GetProperty("number").GetInt32()),
            Is.EqualTo(Enumerable.Range(1, units.GetArrayLength())));

        JsonElement second = units[3];
        using var paragraph = JsonDocument.Parse(
            await _host.Client.GetStringAsync("/api/v1/paragraphs/" + second.GetProperty("id").GetString()));
        Assert.That(paragraph.RootElement.GetProperty("text").GetString(),
            Is.EqualTo(second.GetProperty("text").GetString()));
        Assert.That(paragraph.RootElement.GetProperty("before").GetArrayLength(), Is.GreaterThan(0));

        using var status = JsonDocument.Parse(await _host.Client.GetStringAsync("/api/v1/status"));
        Assert.That(status.RootElement.GetProperty("documents").GetInt32(), Is.EqualTo(4));
        Assert.That(await TotalAsync(""), Is.EqualTo(status.RootElement.GetProperty("paragraphs").GetInt64()));
    }

    [Test]
    public async Task Themes_are_counted_as_a_search_counts_them()
    {
        using var themes = JsonDocument.Parse(await _host.Client.GetStringAsync("/api/v1/themes"));
        Assert.That(themes.RootElement.GetProperty("themes").EnumerateArray()
            .Select(one => one.GetProperty("id").GetString()),
            Is.EqualTo(["threats", "rights", "capacity", "new-treaty"]));
        foreach (JsonElement theme in themes.RootElement.GetProperty("themes").EnumerateArray())
        {
            Assert.That(await TotalAsync("theme=" + theme.GetProperty("id").GetString()),
                Is.EqualTo(theme.GetProperty("paragraphs").GetInt64()));
        }
    }

    [Test]
    public async Task A_theme_shows_its_rules_and_how_well_it_was_found()
    {
        using var theme = JsonDocument.Parse(await _host.Client.GetStringAsync("/api/v1/themes/capacity"));
        JsonElement rules = theme.RootElement.GetProperty("rules");
        Assert.That(rules.GetArrayLength(), Is.GreaterThan(10));
        Assert.That(rules[0].GetProperty("query").GetString(), Does.Contain("capacity"));
        Assert.That(theme.RootElement.GetProperty("quality").GetProperty("f1").GetDouble(), Is.InRange(0.5, 1));
        Assert.That(theme.RootElement.GetProperty("receipt").GetArrayLength(), Is.GreaterThan(3));
        Assert.That(await TotalAsync("theme=capacity"),
            Is.EqualTo(theme.RootElement.GetProperty("paragraphs").GetInt64()));
    }

    [TestCase("csv", "text/csv", ".csv")]
    [TestCase("jsonl", "application/x-ndjson", ".jsonl")]
    public async Task The_tags_are_exported_as_a_file(string format, string type, string ending)
    {
        using var request = new HttpRequestMessage(
            HttpMethod.Get, $"/api/v1/themes/export?format={format}&theme=new-treaty");
        request.Headers.Accept.ParseAdd(type);
        using HttpResponseMessage response = await _host.Client.SendAsync(request);
        string[] lines = (await response.Content.ReadAsStringAsync())
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        int tags = (int)await TotalAsync("theme=new-treaty");

        Assert.Multiple(() =>
        {
            Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo(type));
            Assert.That(response.Content.Headers.ContentDisposition?.FileName, Does.Contain("themes" + ending));
            Assert.That(lines, Has.Length.EqualTo(format == "csv" ? tags + 1 : tags));
            Assert.That(tags, Is.Positive);
            Assert.That(lines[^1], Does.Contain("cybercrime-policy ").And.Contain("new-treaty"));
        });
    }

    [TestCase("/api/v1/themes/export?format=xml", 400)]
    [TestCase("/api/v1/themes/export?limit=5", 400)]
    [TestCase("/api/v1/themes/export?q=(a&strict=true", 400)]
    public async Task An_export_that_cannot_be_made_is_refused(string address, int status)
    {
        using HttpResponseMessage response = await _host.Client.GetAsync(address);
        Assert.That((int)response.StatusCode, Is.EqualTo(status));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
    }

    [TestCase("/api/v1/themes/nothing")]
    [TestCase("/api/v1/paragraphs/nothing~000000000000")]
    [TestCase("/api/v1/paragraphs/~")]
    [TestCase("/api/v1/paragraphs/%20")]
    [TestCase("/api/v1/paragraphs/..%2f..%2fetc%2fpasswd")]
    [TestCase("/api/v1/paragraphs/%F0%9F%9B%B0")]
    [TestCase("/api/v1/documents/nothing")]
    [TestCase("/api/v1/documents/REPORT")]
    [TestCase("/api/v1/documents/%ED%A0%80")]
    [TestCase("/api/v1/documents/'%22%3Cscript%3E")]
    public async Task An_id_that_is_none_is_not_found(string url)
    {
        using HttpResponseMessage response = await _host.Client.GetAsync(url);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
    }

    [Test]
    public async Task Searches_at_once_all_get_their_own_answer()
    {
        long[] totals = await Task.WhenAll(Enumerable.Range(1, 60).Select(i => TotalAsync($"q=%22entry+{i}%22")));
        Assert.That(totals, Has.All.EqualTo(1));
    }

    [Test]
    public async Task Nothing_a_caller_sends_makes_a_500()
    {
        int seed = TestContext.CurrentContext.Random.Next();
        await TestContext.Out.WriteLineAsync($"seed {seed}");
        Random random = new(seed);
        Dictionary<int, int> statuses = [];
        for (int i = 0; i < 2_000; i++)
        {
            byte[] request = AnyRequest(random);
            (int status, string answer) = await RawRequest.SendAsync(_host.Address, request);
            Assert.That(status, Is.Zero.Or.InRange(200, 499),
                $"{Encoding.Latin1.GetString(request)}\n{answer[..Math.Min(answer.Length, 2_000)]}");
            statuses[status] = statuses.GetValueOrDefault(status) + 1;
        }

        await TestContext.Out.WriteLineAsync(
            string.Join(", ", statuses.OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value}")));
        Assert.That(statuses.GetValueOrDefault(200), Is.GreaterThan(100), "the fuzz must reach the endpoints");
        Assert.That(statuses.GetValueOrDefault(400), Is.GreaterThan(50));
    }

    private static byte[] AnyRequest(Random random)
    {
        string[] methods = ["GET", "GET", "GET", "GET", "GET", "GET", "HEAD", "POST", "PUT", "OPTIONS", "TRACE",
            "BREW", "get", "\u00e9"];
        string[] paths =
        [
            "/api/v1/search", "/api/v1/search", "/", "/", "/documents/report", "/documents/statements-harbour",
                "/documents", "/api/v1/documents",
            "/api/v1/paragraphs/x~y", "/api/v1/documents/report", "/themes", "/help", "/api/v1/status", "/readyz",
                "//", "/%00", "/..%2f", "/%ff",
            "/assets/site.css", "/assets/%2e%2e", "/paragraphs/report~%00", "/api/v1/themes", "/openapi/v1.json",
                "/api/v1/documents/%00",
        ];
        StringBuilder url = new(paths[random.Next(paths.Length)]);
        int parameters = random.Next(5);
        for (int i = 0; i < parameters; i++)
        {
            url.Append(i == 0 ? '?' : '&').Append(AnyName(random)).Append(random.Next(12) == 0 ? "" : "=")
                .Append(AnyValue(random));
        }

        string[] headers =
        [
            "Accept: application/json", "Accept: */*;q=x, ,;", "Accept: \u00ff", "If-None-Match: *",
                "If-None-Match: \"", "If-None-Match: W/\"x\", ,",
            "Content-Length: 5", "Range: bytes=5-1", "Accept-Encoding: gzip;q=nan", "Cookie: =;=;",
                "X-Forwarded-Host: <>", "Expect: 100-continue",
        ];
        StringBuilder request = new();
        request.Append(methods[random.Next(methods.Length)]).Append(' ').Append(url)
            .Append(" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n");
        for (int i = random.Next(3); i > 0; i--)
        {
            request.Append(headers[random.Next(headers.Length)]).Append("\r\n");
        }

        return Encoding.Latin1.GetBytes(request.Append("\r\n").ToString());
    }

    private static string AnyName(Random random)
    {
        string[] names =
        [
            "q", "q", "q", "q", "theme", "-theme", "doc", "issuer", "-issuer", "type", "lang", "kind", "-kind",
                "year", "-year", "sort", "limit", "cursor",
            "facet", "facet_size", "operator", "strict", "", "%00", "nope", "%ED%A0%80",
        ];
        return names[random.Next(names.Length)];
    }

    private static string AnyValue(Random random)
    {
        string[] parts =
        [
            "treaty", "assistance", "%22", "%22", "(", ")", "+", "+AND+", "+OR+", "+NOT+", "-", "%2B", "*", "?", "~",
                "~2", "~99999999999", "%5E", "%5E-1",
            "%5E1e999", "title:", "theme:", "date:", "%5B", "%5D", "+TO+", "2019", "..", "2019..2024", "%5C", "/",
                "/.*/", "%7B", "%7D", ":", "%00", "%FF",
            "%ED%A0%80", "%F0%9F%9B%B0", "%E2%80%8F", "%zz", "%", "&&", "||", "!", "paragraph", "rights", "relevance",
                "-date", "true", "or", "17", "-1", "0",
            "a*b*c*", "*x", "\u00e9", "AAAA", "theme,year", new string('(', 300), new string('a', 5_000),
                string.Concat(Enumerable.Repeat("x+OR+", 2_500)),
        ];
        return string.Concat(Enumerable.Range(0, random.Next(7)).Select(_ => parts[random.Next(parts.Length)]));
    }

    private static List<string> Marked(JsonElement hit)
    {
        string text = hit.GetProperty("text").GetString() ?? "";
        Rune[] runes = [.. text.EnumerateRunes()];
        return
        [
            .. hit.GetProperty("spans").EnumerateArray()
                .Where(span => span.GetProperty("field").GetString() == "text")
                .Select(span => string.Concat(
                    runes[span.GetProperty("start").GetInt32()..span.GetProperty("end").GetInt32()]
                        .Select(rune => rune.ToString()))),
        ];
    }

    private static List<string?> Themes(JsonElement hit) =>
        [.. hit.GetProperty("themes").EnumerateArray().Select(theme => theme.GetProperty("id").GetString())];

    private static Dictionary<string, long> Counts(JsonElement facet) => facet.EnumerateArray().ToDictionary(
        one => one.GetProperty("value").GetString() ?? "", one => one.GetProperty("count").GetInt64());

    private async Task<long> TotalAsync(string query) => (await SearchAsync(query)).GetProperty("total").GetInt64();

    private async Task<JsonElement> SearchAsync(string query)
    {
        using HttpResponseMessage response = await _host.Client.GetAsync("/api/v1/search?" + query);
        string body = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK), body);
        using var answer = JsonDocument.Parse(body);
        return answer.RootElement.Clone();
    }

    private async Task<JsonElement> ProblemAsync(string query, HttpStatusCode status)
    {
        using HttpResponseMessage response = await _host.Client.GetAsync("/api/v1/search?" + query);
        string body = await response.Content.ReadAsStringAsync();
        Assert.That(response.StatusCode, Is.EqualTo(status),
            string.Create(CultureInfo.InvariantCulture, $"{query}: {body}"));
        Assert.That(response.Content.Headers.ContentType?.MediaType, Is.EqualTo("application/problem+json"));
        using var problem = JsonDocument.Parse(body);
        string code = problem.RootElement.GetProperty("code").GetString() ?? "";
        Assert.That(await _host.Client.GetStringAsync("/help"), Does.Contain($"id=\"{code}\""),
            "every code is explained");
        return problem.RootElement.Clone();
    }
}
