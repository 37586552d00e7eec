using Search.Bench.Inputs;
using Search.Engine.Searching;
using Search.Queries.Trees;

namespace Search.Bench.Engines;

/// <summary>Makes requests of queries, once each: parsing is not what is measured.</summary>
internal static class OwnRequests
{
    private static readonly FacetRequest[] Facets =
        [new FacetRequest(OwnSchemas.Theme, 4), new FacetRequest(OwnSchemas.Issuer, Labels.IssuerCount)];

    /// <summary>The count and the ten best; what patterns came to, only the product asks.</summary>
    public static SearchRequest Counted(ClassQuery query) =>
        new() { Query = Tree(query, WordForm.Exact), Limit = 10, NeedsExpansions = false };

    /// <summary>The ten best alone.</summary>
    public static SearchRequest Uncounted(ClassQuery query) => Counted(query) with { NeedsTotal = false };

    /// <summary>The count, the ten best, the counts of four themes and of fifty issuers.</summary>
    public static SearchRequest Faceted(ClassQuery query) => Counted(query) with { Facets = Facets };

    /// <summary>As <see cref="Faceted"/>, in the form that the product asks: a bare word by its stem.</summary>
    public static SearchRequest Product(ClassQuery query) =>
        new() { Query = Tree(query, WordForm.Default), Limit = 10, Facets = Facets };

    private static Query Tree(ClassQuery query, WordForm form) => query.Shape switch
    {
        QueryShape.And => Join(query.Words, Occur.Must, form),
        QueryShape.Or => Join(query.Words, Occur.Should, form),
        QueryShape.Phrase => new PhraseQuery(
            null, [.. query.Words.Select(word => new PhraseWord(word, WordForm.Exact))], 0, WordForm.Exact),
        QueryShape.Prefix => new PrefixQuery(null, query.Words[0]),
        QueryShape.Wildcard => new WildcardQuery(null, query.Words[0]),
        QueryShape.Fuzzy1 => new FuzzyQuery(null, query.Words[0], 1),
        QueryShape.Fuzzy2 => new FuzzyQuery(null, query.Words[0], 2),
        _ => new TermQuery(null, query.Words[0], form),
    };

    private static BooleanQuery Join(IReadOnlyList<string> words, Occur occur, WordForm form) =>
        new([.. words.Select(word => new BooleanClause(occur, new TermQuery(null, word, form)))]);
}
