using Search.Engine;
using Search.Passages.Generations;
using Search.Passages.Indexing.States;
using Search.Passages.Schemas;

namespace Search.Passages.Indexing;

/// <summary>Reads how a generation stands.</summary>
internal static class StatusReader
{
    /// <summary>The status of a generation, or of none.</summary>
    public static IndexStatus Read(Generation? generation)
    {
        if (generation is null)
        {
            return new IndexStatus { IsReady = false };
        }

        try
        {
            CorpusState state = generation.State;
            KnownDocument[] documents = [.. state.Files.Select(file => file.Document).OfType<KnownDocument>()];
            return new IndexStatus
            {
                IsReady = true,
                Generation = generation.Number,
                Documents = documents.Length,
                Units = documents.Sum(document => document.Kinds.Values.Sum(count => (long)count)),
                Paragraphs = documents.Sum(
                    document => PassageKinds.Searched.Sum(kind => (long)document.Kinds.GetValueOrDefault(kind))),
                Failures = state.Failures(),
            };
        }
        catch (IndexCorruptException e)
        {
            // Searches need only the engine's files and still answer; the next run will build what is missing.
            return new IndexStatus { IsReady = true, Generation = generation.Number, LastError = e.Message };
        }
    }
}
