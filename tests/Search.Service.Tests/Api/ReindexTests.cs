using System.Net;
using System.Text.Json;
using NUnit.Framework;
using Search.Service.Tests.Hosts;

namespace Search.Service.Tests.Api;

/// <summary>The service keeps its index in step with its folder.</summary>
public sealed class ReindexTests
{
    [Test]
    public async Task A_file_that_is_added_changed_or_removed_is_noticed_and_searches_go_on_meanwhile()
    {
        await using ServiceHost host = await ServiceHost.StartAsync(
            SmallCorpus.Write, ("Search:Reindex:QuietMilliseconds", "50"), ("Search:Reindex:PollSeconds", "0"));
        using CancellationTokenSource stop = new();
        Task<int> searching = SearchAllTheTimeAsync(host, stop.Token);
        string file = Path.Combine(host.Corpus, "new.md");

        await File.WriteAllTextAsync(file, "# New\n\nThe heron stands in the reeds.\n");
        await host.UntilAsync(async () => await TotalAsync(host, "heron") == 1, "the added file");
        await File.WriteAllTextAsync(file, "# New\n\nThe bittern hides in the reeds and booms.\n");
        await host.UntilAsync(async () => await TotalAsync(host, "bittern") == 1
            && await TotalAsync(host, "heron") == 0, "the changed file");
        File.Delete(file);
        await host.UntilAsync(async () => await TotalAsync(host, "bittern") == 0, "the removed file");

        await stop.CancelAsync();
        Assert.That(await searching, Is.GreaterThan(0));
    }

    [Test]
    public async Task Where_the_system_tells_of_no_changes_the_folder_is_listed_from_time_to_time()
    {
        await using ServiceHost host = await ServiceHost.StartAsync(
            SmallCorpus.Write, ("Search:Reindex:Watch", "false"), ("Search:Reindex:PollSeconds", "1"));
        await File.WriteAllTextAsync(Path.Combine(host.Corpus, "new.md"), "# New\n\nThe heron stands in the reeds.\n");
        await host.UntilAsync(async () => await TotalAsync(host, "heron") == 1, "the added file");
    }

    [Test]
    public async Task The_schedule_starts_a_run()
    {
        await using ServiceHost host = await ServiceHost.StartAsync(
            SmallCorpus.Write, ("Search:Reindex:Watch", "false"), ("Search:Reindex:PollSeconds", "0"),
                ("Search:Reindex:Cron", "* * * * * ?"));
        await File.WriteAllTextAsync(Path.Combine(host.Corpus, "new.md"), "# New\n\nThe heron stands in the reeds.\n");
        await host.UntilAsync(async () => await TotalAsync(host, "heron") == 1, "the added file");
    }

    [Test]
    public async Task A_service_that_starts_answers_from_the_last_generation_at_once()
    {
        await using ServiceHost host = await ServiceHost.StartAsync(SmallCorpus.Write);
        await File.WriteAllTextAsync(Path.Combine(host.Corpus, "new.md"), "# New\n\nThe heron stands in the reeds.\n");
        await host.RestartAsync();

        Assert.That((await host.Client.GetAsync("/readyz")).StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await TotalAsync(host, "entry"), Is.EqualTo(SmallCorpus.Entries));
        await host.UntilAsync(async () => await TotalAsync(host, "heron") == 1, "the file added meanwhile");
    }

    [Test]
    public async Task A_cursor_outlives_a_new_generation_but_not_many()
    {
        await using ServiceHost host =
            await ServiceHost.StartAsync(SmallCorpus.Write, ("Search:Reindex:QuietMilliseconds", "20"));
        using var first = JsonDocument.Parse(await host.Client.GetStringAsync("/api/v1/search?q=entry&limit=5"));
        long generation = first.RootElement.GetProperty("generation").GetInt64();
        string next = "/api/v1/search?q=entry&limit=5&cursor="
            + Uri.EscapeDataString(first.RootElement.GetProperty("next").GetString() ?? "");

        string file = Path.Combine(host.Corpus, "new.md");
        await File.WriteAllTextAsync(file, "# New\n\nThis is entry zero of heron 0.\n");
        await host.UntilAsync(async () => await TotalAsync(host, "heron") == 1, "the added file");
        using var second = JsonDocument.Parse(await host.Client.GetStringAsync(next));
        Assert.That(second.RootElement.GetProperty("generation").GetInt64(), Is.EqualTo(generation));
        Assert.That(second.RootElement.GetProperty("total").GetInt64(), Is.EqualTo(SmallCorpus.Entries));

        for (int i = 1; i <= 3; i++)
        {
            await File.WriteAllTextAsync(file, $"# New\n\nThis is entry zero of stork{i}.\n");
            await host.UntilAsync(async () => await TotalAsync(host, $"stork{i}") == 1, "the changed file");
        }

        using HttpResponseMessage gone = await host.Client.GetAsync(next);
        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.Gone));
        Assert.That(await gone.Content.ReadAsStringAsync(), Does.Contain("\"cursor_expired\""));
    }

    [Test]
    public async Task A_tag_ends_with_its_generation()
    {
        await using ServiceHost host =
            await ServiceHost.StartAsync(SmallCorpus.Write, ("Search:Reindex:QuietMilliseconds", "50"));
        using HttpResponseMessage before = await host.Client.GetAsync("/api/v1/search?q=reeds");
        await File.WriteAllTextAsync(Path.Combine(host.Corpus, "new.md"), "# New\n\nThe heron stands in the reeds.\n");
        await host.UntilAsync(async () => await TotalAsync(host, "heron") == 1, "the added file");

        using HttpRequestMessage request = new(HttpMethod.Get, "/api/v1/search?q=reeds");
        request.Headers.TryAddWithoutValidation("If-None-Match", before.Headers.ETag?.ToString());
        using HttpResponseMessage after = await host.Client.SendAsync(request);
        Assert.That(after.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    // Ends with the number of searches; every one of them must be answered from one whole generation.
    private static async Task<int> SearchAllTheTimeAsync(ServiceHost host, CancellationToken stop)
    {
        int count = 0;
        Dictionary<long, long> totals = [];
        while (!stop.IsCancellationRequested)
        {
            using var answer = JsonDocument.Parse(
                await host.Client.GetStringAsync("/api/v1/search?limit=1", CancellationToken.None));
            long generation = answer.RootElement.GetProperty("generation").GetInt64();
            long total = answer.RootElement.GetProperty("total").GetInt64();
            Assert.That(totals.TryAdd(generation, total) || totals[generation] == total, "one generation, two totals");
            count++;
        }

        return count;
    }

    private static async Task<long> TotalAsync(ServiceHost host, string query)
    {
        using HttpResponseMessage response = await host.Client.GetAsync("/api/v1/search?q=" + query);
        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return answer.RootElement.GetProperty("total").GetInt64();
    }
}
