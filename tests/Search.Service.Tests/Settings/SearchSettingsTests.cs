using System.Globalization;
using NUnit.Framework;
using Search.Corpus.Documents;
using Search.Service.Settings;

namespace Search.Service.Tests.Settings;

[NonParallelizable]
public sealed class SearchSettingsTests
{
    [Test]
    public void The_file_that_ships_says_what_goes_without_saying()
    {
        SearchSettings settings = SearchSettings.Load();

        Assert.That(settings.UnknownKeys, Is.Empty);
        Assert.That(settings.Limits, Is.EqualTo(new LimitSettings()));
        Assert.That(settings.Reindex with { Schedule = null }, Is.EqualTo(new ReindexSettings()));
        Assert.That((settings.CorpusFolder, settings.IndexFolder, settings.Urls), Is.EqualTo((
            new SearchSettings().CorpusFolder, new SearchSettings().IndexFolder, new SearchSettings().Urls)));
    }

    [Test]
    public void A_flag_wins_over_the_environment_and_that_over_the_file()
    {
        try
        {
            Environment.SetEnvironmentVariable("Search__Corpus__Folder", "from-environment");
            Environment.SetEnvironmentVariable("Search__Index__Folder", "from-environment");
            SearchSettings settings = SearchSettings.Load(Flag("Search:Corpus:Folder", "from-flag"));

            Assert.That(settings.CorpusFolder, Is.EqualTo("from-flag"));
            Assert.That(settings.IndexFolder, Is.EqualTo("from-environment"));
            Assert.That(settings.Urls, Is.EqualTo("http://127.0.0.1:8080"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("Search__Corpus__Folder", null);
            Environment.SetEnvironmentVariable("Search__Index__Folder", null);
        }
    }

    [Test]
    public void Every_limit_of_reading_is_a_setting()
    {
        CorpusOptions defaults = SearchSettings.Load().Documents;
        Assert.That(defaults, Is.EqualTo(new CorpusOptions()));

        SearchSettings settings = SearchSettings.Load(new Dictionary<string, string?>
        {
            ["Search:Documents:FileMegabytes"] = "3",
            ["Search:Documents:FileSeconds"] = "7",
            ["Search:Documents:Depth"] = "50",
            ["Search:Documents:ArchiveEntries"] = "9",
            ["Search:Documents:ExpansionRatio"] = "11",
            ["Search:Documents:ReadScans"] = "false",
        });
        Assert.That(settings.ToIndexOptions().Limits, Is.EqualTo(new CorpusOptions
        {
            MaxFileBytes = 3 * 1024 * 1024,
            FileTimeout = TimeSpan.FromSeconds(7),
            MaxDepth = 50,
            MaxArchiveEntries = 9,
            MaxExpansionRatio = 11,
            ReadsScans = false,
        }));
    }

    [TestCase("Search:Documents:Depth", "0")]
    [TestCase("Search:Documents:FileSeconds", "-1")]
    [TestCase("Search:Limits:MaxHits", "101")]
    [TestCase("Search:Limits:DefaultHits", "many")]
    [TestCase("Search:Reindex:Watch", "yes")]
    [TestCase("Search:Reindex:Cron", "at night")]
    [TestCase("Search:Reindex:Cron", "0 25 * * *")]
    public void A_value_that_is_not_allowed_is_named(string key, string value)
    {
        SettingsException? error = Assert.Throws<SettingsException>(() => SearchSettings.Load(Flag(key, value)));
        Assert.That(error?.Message, Does.Contain(key).And.Contain(value));
    }

    [Test]
    public void A_misspelt_key_is_noticed()
    {
        SearchSettings settings = SearchSettings.Load(Flag("Search:Limits:MaxHit", "5"));
        Assert.That(settings.UnknownKeys, Is.EqualTo(["Search:Limits:MaxHit"]));
    }

    [TestCase("0 3 * * *", "2026-05-02T03:00:00Z")]
    [TestCase("30 4 * * 1", "2026-05-04T04:30:00Z")]
    [TestCase("0 0 3 * * ?", "2026-05-02T03:00:00Z")]
    public void A_schedule_is_read_as_crontab_or_quartz_writes_it(string cron, string next)
    {
        SearchSettings settings = SearchSettings.Load(Flag("Search:Reindex:Cron", cron));
        DateTimeOffset now = new(2026, 5, 1, 12, 0, 0, TimeSpan.Zero);
        Assert.That(settings.Reindex.Schedule?.GetNextValidTimeAfter(now),
            Is.EqualTo(DateTimeOffset.Parse(next, CultureInfo.InvariantCulture)));
    }

    [Test]
    public void The_schedule_can_be_switched_off() =>
        Assert.That(SearchSettings.Load(Flag("Search:Reindex:Cron", "off")).Reindex.Schedule, Is.Null);

    private static Dictionary<string, string?> Flag(string key, string value) => new() { [key] = value };
}
