using Search.Queries.Dates;

namespace Search.Corpus.Documents;

/// <summary>What is known about a document. Null where nothing is known.</summary>
public sealed record DocumentMetadata
{
    /// <summary>Title; never empty: the file's name where nothing better is known.</summary>
    public required Attributed<string> Title { get; init; }

    /// <summary>Date, to the day, the month or the year.</summary>
    public Attributed<PartialDate>? Date { get; init; }

    /// <summary>Who speaks: a government, an organisation, a company.</summary>
    public Attributed<string>? Issuer { get; init; }

    /// <summary>Kind of document, such as <c>statement</c> or <c>treaty</c>.</summary>
    public Attributed<string>? Type { get; init; }

    /// <summary>Main language (BCP 47).</summary>
    public Attributed<string>? Language { get; init; }

    /// <summary>Where it was published: an address or a collection's name.</summary>
    public Attributed<string>? Source { get; init; }

    /// <summary>Licence, as the source states it.</summary>
    public Attributed<string>? Licence { get; init; }
}
