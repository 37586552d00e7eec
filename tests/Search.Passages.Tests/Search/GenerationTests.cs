using NUnit.Framework;
using Search.Passages.Search;

namespace Search.Passages.Tests.Search;

/// <summary>Answers and cursors belong to one generation each.</summary>
public sealed class GenerationTests
{
    [Test]
    public void There_is_no_answer_before_the_first_generation()
    {
        using TestCorpus corpus = TestCorpus.Small();
        using PassageIndex index = corpus.Open();

        Assert.Multiple(() =>
        {
            Assert.That(() => index.Search(TestCorpus.Request("x")), Throws.InstanceOf<IndexNotReadyException>());
            Assert.That(index.Status().IsReady, Is.False);
            Assert.That(index.Generation, Is.Null);
            Assert.That(Directory.Exists(corpus.Index), Is.False, "asking makes no folder");
        });
    }

    [Test]
    public void A_cursor_goes_on_over_its_own_generation_and_expires_with_it()
    {
        using TestCorpus corpus = TestCorpus.Small();
        using PassageIndex index = PassageIndex.Open(corpus.Options with { KeptGenerations = 2 });
        _ = TestCorpus.Reindex(index);
        PassageRequest request = TestCorpus.Request("ransomware") with { Limit = 2 };
        string[] expected = [.. index.Search(request with { Limit = 100 }).Hits.Select(hit => hit.Id)];
        PassageResponse first = index.Search(request);
        corpus.Delete("a/statement.md");
        _ = TestCorpus.Reindex(index);
        PassageResponse second = index.Search(request with { Cursor = first.Next });
        corpus.Delete("b/undated.txt");
        _ = TestCorpus.Reindex(index);

        Assert.Multiple(() =>
        {
            Assert.That(first.Hits.Concat(second.Hits).Select(hit => hit.Id), Is.EqualTo(expected));
            Assert.That(second.Generation, Is.EqualTo(first.Generation));
            PassageRequestException? error = Assert.Throws<PassageRequestException>(
                () => index.Search(request with { Cursor = first.Next }));
            Assert.That(error!.Code, Is.EqualTo("cursor_expired"));
        });
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task Searches_never_fail_and_never_mix_generations_while_the_index_changes(CancellationToken stop)
    {
        using var corpus = new TestCorpus();
        Write(corpus, 0);
        using PassageIndex index = corpus.Indexed();
        using var end = CancellationTokenSource.CreateLinkedTokenSource(stop);
        Task<int>[] readers = [.. Enumerable.Range(0, 3).Select(_ => Task.Run(() => Read(index, end.Token), stop))];
        int rounds = 0;
        long start = TimeProvider.System.GetTimestamp();
        while (rounds < 5 || TimeProvider.System.GetElapsedTime(start) < TimeSpan.FromSeconds(3))
        {
            Write(corpus, ++rounds);
            _ = await index.ReindexAsync(null, stop);
        }

        await end.CancelAsync();
        int[] answers = await Task.WhenAll(readers);
        await TestContext.Out.WriteLineAsync($"{rounds} generations, {answers.Sum()} answers");
        Assert.That(answers, Has.All.GreaterThan(0));
    }

    /// <summary>Five documents that all carry the same round's word; one generation holds one round.</summary>
    private static void Write(TestCorpus corpus, int round)
    {
        for (int i = 0; i < 5; i++)
        {
            corpus.Write(
                $"{i}.txt", $"Document number {i} says the word round{round} and no other. It is common{round % 2}.");
        }
    }

    private static string Round(string text) =>
        text.Split(' ').First(word => word.StartsWith("round", StringComparison.Ordinal));

    private static int Read(PassageIndex index, CancellationToken stop)
    {
        int answers = 0;
        while (!stop.IsCancellationRequested)
        {
            PassageResponse response = index.Search(
                TestCorpus.Request("common*") with { Facets = ["doc"] }, CancellationToken.None);
            string[] rounds = [.. response.Hits.Select(hit => Round(hit.Text)).Distinct()];
            if (response.Total != 5 || rounds.Length != 1 || response.Facets["doc"].Count != 5)
            {
                throw new InvalidOperationException(
                    $"generation {response.Generation}: {response.Total} hits of rounds {string.Join(", ", rounds)}");
            }

            answers++;
        }

        return answers;
    }
}
