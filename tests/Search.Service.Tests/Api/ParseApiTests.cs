using System.Net;
using System.Text.Json;
using NUnit.Framework;
using Search.Service.Tests.Hosts;

namespace Search.Service.Tests.Api;

/// <summary><c>/api/v1/parse</c>, and what a search says of its query.</summary>
public sealed class ParseApiTests
{
    private ServiceHost _host = null!; // set up before the first test

    [OneTimeSetUp]
    public async Task Start() => _host = await ServiceHost.StartAsync(SmallCorpus.Write);

    [OneTimeTearDown]
    public async Task Stop() => await _host.DisposeAsync();

    [Test]
    public async Task It_gives_the_tree_the_sentence_the_repairs_and_the_expansions()
    {
        JsonElement query = (await GetAsync("parse?q=treat*+(organisation+OR+%22fish+market"))
            .GetProperty("query");

        Assert.That(query.GetProperty("input").GetString(), Is.EqualTo("treat* (organisation OR \"fish market"));
        Assert.That(query.GetProperty("read_as").GetString(), Is.EqualTo(
            "Paragraphs with a word that begins with *treat*, and any of *organisation*, "
            + "or *fish market* as a phrase."));
        Assert.That(
            query.GetProperty("repaired").EnumerateArray().Select(one => one.GetProperty("code").GetString()),
            Is.EquivalentTo(["unbalanced-quote", "unbalanced-bracket"]));
        JsonElement expansion = query.GetProperty("expansions")[0];
        Assert.That(expansion.GetProperty("clause").GetString(), Is.EqualTo("treat*"));
        Assert.That(expansion.GetProperty("terms")[0].GetString(), Is.EqualTo("treaty"));
        JsonElement clauses = query.GetProperty("tree").GetProperty("clauses");
        Assert.That(clauses[0].GetProperty("type").GetString(), Is.EqualTo("prefix"));
        Assert.That(clauses[1].GetProperty("clauses")[1].GetProperty("type").GetString(), Is.EqualTo("phrase"));
    }

    [TestCase("\"technical assistance\" OR treat*")]
    [TestCase("ict \"half")]
    [TestCase("/coop.*/ NEAR/3 [a TO b] -title:x^2 budapset~1 \"a * b\"~3")]
    public async Task A_search_says_the_same_of_its_query(string q)
    {
        JsonElement parsed = (await GetAsync("parse?q=" + Uri.EscapeDataString(q))).GetProperty("query");
        JsonElement searched = (await GetAsync("search?q=" + Uri.EscapeDataString(q))).GetProperty("query");

        Assert.That(parsed.GetRawText(), Is.EqualTo(searched.GetRawText()));
    }

    [Test]
    public async Task A_strict_query_is_refused_with_its_position()
    {
        using HttpResponseMessage answer = await _host.Client.GetAsync("/api/v1/parse?q=treaty+%22half&strict=true");
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(problem.RootElement.GetProperty("code").GetString(), Is.EqualTo("query_syntax"));
        Assert.That(problem.RootElement.GetProperty("position").GetInt32(), Is.EqualTo(7));
    }

    [Test]
    public async Task Synonyms_can_be_switched_off()
    {
        JsonElement on = (await GetAsync("parse?q=ict")).GetProperty("query");
        JsonElement off = (await GetAsync("parse?q=ict&synonyms=false")).GetProperty("query");

        Assert.That(on.GetProperty("expansions")[0].GetProperty("kind").GetString(), Is.EqualTo("synonym"));
        Assert.That(on.GetProperty("read_as").GetString(), Does.Contain("also *information and communications"));
        Assert.That(off.GetProperty("expansions").GetArrayLength(), Is.Zero);
        Assert.That(off.GetProperty("read_as").GetString(), Is.EqualTo("Paragraphs with *ict*."));
    }

    [Test]
    public async Task However_deep_a_query_is_its_tree_can_be_read()
    {
        string q = string.Concat(Enumerable.Repeat("a OR (b (", 80));
        foreach (string path in new[] { "parse", "search" })
        {
            JsonElement query = (await GetAsync($"{path}?q={Uri.EscapeDataString(q)}")).GetProperty("query");
            Assert.That(query.GetProperty("tree").GetRawText(), Does.Contain("\"type\":\"query\""));
        }
    }

    private async Task<JsonElement> GetAsync(string address)
    {
        using HttpResponseMessage answer = await _host.Client.GetAsync("/api/v1/" + address);
        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.OK), address);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        return json.RootElement.Clone();
    }
}
