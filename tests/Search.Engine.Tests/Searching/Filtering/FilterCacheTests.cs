using NUnit.Framework;
using Search.Engine.Matching.Nodes;
using Search.Engine.Schemas;
using Search.Engine.Searching.Filtering;
using Search.Queries.Trees;

namespace Search.Engine.Tests.Searching.Filtering;

/// <summary>Which filters are kept, and for how long.</summary>
internal sealed class FilterCacheTests
{
    [Test]
    public void A_filter_is_kept_from_its_second_use_on()
    {
        var cache = new FilterCache(1);
        Assert.That(cache.Use(Filter("a"), new AllNode()), Is.Null);
        KeptFilter? kept = cache.Use(Filter("a"), new AllNode());
        Assert.That(kept, Is.Not.Null);
        Assert.That(cache.Use(Filter("a"), new AllNode()), Is.SameAs(kept));
        Assert.That(cache.Use(Filter("b"), new AllNode()), Is.Null);
    }

    [Test]
    public void A_filter_that_asks_for_words_is_not_kept()
    {
        var cache = new FilterCache(1);
        InvertedField text = SmallIndex.Schema.Inverted(SmallIndex.Schema.DefaultField, TermForm.Exact);
        var words = new BooleanNode([new NodeClause(Occur.Must, new TermNode(text, [1]))]);
        for (int use = 0; use < 3; use++)
        {
            Assert.That(cache.Use(Filter("a"), words), Is.Null);
        }
    }

    [Test]
    public void Of_too_many_the_one_that_was_not_used_for_longest_goes()
    {
        var cache = new FilterCache(1);
        for (int i = 0; i < 200; i++)
        {
            _ = cache.Use(Filter("often"), new AllNode());
            _ = cache.Use(Filter($"once {i}"), new AllNode());
        }

        Assert.That(cache.Use(Filter("often"), new AllNode()), Is.Not.Null);
        Assert.That(cache.Use(Filter("once 0"), new AllNode()), Is.Null);
        Assert.That(cache.Use(Filter("once 199"), new AllNode()), Is.Not.Null);
    }

    private static TermQuery Filter(string value) => new("theme", value, WordForm.Exact);
}
