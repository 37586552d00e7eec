using System.Security.Cryptography;
using Search.Corpus.Documents;
using Search.Corpus.Paragraphs;
using Search.Corpus.Themes;
using Search.Engine.Indexing;
using Search.Passages.Indexing.States;
using Search.Passages.Schemas;

namespace Search.Passages.Indexing;

/// <summary>
/// Does the work for one file up to what the writer takes. Safe for use by several threads at once; nothing but
/// cancellation and our own faults is thrown.
/// </summary>
/// <param name="folder">The folder.</param>
/// <param name="tagger">Gives the themes.</param>
/// <param name="stored">Gives the units of a document of the last generation, in reading order.</param>
internal sealed class FileIntake(
    CorpusFolder folder, PassageTagger tagger, Func<string, IReadOnlyList<StoredDocument>> stored)
{
    private readonly DocumentReader _reader = new(folder);

    /// <summary>Does it.</summary>
    public async Task<FileOutcome> RunAsync(FileWork work, CancellationToken cancellation) => work.Step switch
    {
        FileStep.Keep => new FileOutcome { Work = work, File = work.Known! }, // only what is known is kept
        FileStep.Tag => TagAgain(work, cancellation),
        _ => await ReadAsync(work, cancellation).ConfigureAwait(false),
    };

    private async Task<FileOutcome> ReadAsync(FileWork work, CancellationToken cancellation)
    {
        KnownFile? known = work.Known;
        if (work.Step != FileStep.Rebuild
            && known is { Hash.Length: > 0 }
            && known.Stamp == work.File.MetadataStamp
            && !FolderPlan.IsPassing(known.Failure, folder.Options)
            && await HashAsync(work.File, cancellation).ConfigureAwait(false) == known.Hash)
        {
            // Touched, copied over or checked out again, and still the same bytes.
            return known.Document is null || tagger.IsUnchanged
                ? new FileOutcome { Work = work, File = known }
                : TagAgain(work, cancellation);
        }

        ReadResult result = await _reader.ReadAsync(work.File, cancellation).ConfigureAwait(false);
        if (result.Document is not SourceDocument document)
        {
            ReadFailure failure = result.Failure!; // a result is one of the two
            return new FileOutcome
            {
                Work = work,
                File = new KnownFile
                {
                    Path = work.File.RelativePath,
                    Id = work.Id,
                    Hash = await HashAsync(work.File, cancellation).ConfigureAwait(false),
                    Stamp = work.File.MetadataStamp,
                    Failure = new KnownFailure(work.File.RelativePath, failure.Code, failure.Message),
                },
            };
        }

        IReadOnlyList<Paragraph> units = document.Paragraphs;
        IReadOnlyList<string> ids = DocumentIds.ForParagraphs(work.Id, units);
        string title = document.Metadata.Title.Value;
        return Build(
            work,
            document.ContentHash,
            DocumentFactsOf(document),
            ids,
            units,
            [.. units.Zip(ids, (unit, id) => tagger.Tag(id, unit, title))]);
    }

    private FileOutcome TagAgain(FileWork work, CancellationToken cancellation)
    {
        KnownFile known = work.Known!; // tags are given again to what is known alone
        KnownDocument document = known.Document!;
        IReadOnlyList<StoredDocument> passages = stored(known.Id);
        var ids = new List<string>(passages.Count);
        var units = new List<Paragraph>(passages.Count);
        var tags = new List<IReadOnlyList<ThemeTag>>(passages.Count);
        bool isChanged = false;
        foreach (StoredDocument passage in passages)
        {
            cancellation.ThrowIfCancellationRequested();
            PassageFacts facts = PassageFacts.Read(passage[PassageFields.Facts]);
            Paragraph unit = PassageBuilder.Restore(passage, facts);
            string id = passage[PassageFields.Id] ?? "";
            IReadOnlyList<ThemeTag> given = tagger.Tag(id, unit, document.Title);
            isChanged |= !AreEqual(given, facts.Themes ?? []);
            ids.Add(id);
            units.Add(unit);
            tags.Add(given);
        }

        return isChanged
            ? Build(work, known.Hash, document, ids, units, tags)
            : new FileOutcome { Work = work, File = known };
    }

    private static FileOutcome Build(
        FileWork work,
        string hash,
        KnownDocument document,
        IReadOnlyList<string> ids,
        IReadOnlyList<Paragraph> units,
        List<IReadOnlyList<ThemeTag>> tags)
    {
        var passages = new List<IndexDocument>(units.Count);
        var themes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        for (int i = 0; i < units.Count; i++)
        {
            passages.Add(PassageBuilder.Build(work.Id, document, ids[i], units[i], tags[i]));
            foreach (ThemeTag tag in tags[i])
            {
                themes[tag.Theme] = themes.GetValueOrDefault(tag.Theme) + 1;
            }
        }

        return new FileOutcome
        {
            Work = work,
            Passages = passages,
            File = new KnownFile
            {
                Path = work.File.RelativePath,
                Id = work.Id,
                Hash = hash,
                Stamp = work.File.MetadataStamp,
                Document = document with { Themes = themes },
            },
        };
    }

    private static KnownDocument DocumentFactsOf(SourceDocument document)
    {
        DocumentMetadata metadata = document.Metadata;
        var kinds = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (ParagraphKind kind in Enum.GetValues<ParagraphKind>())
        {
            int count = document.Paragraphs.Count(unit => unit.Kind == kind);
            if (count > 0)
            {
                kinds.Add(PassageKinds.Name(kind), count);
            }
        }

        return new KnownDocument
        {
            Format = document.Format,
            Title = metadata.Title.Value,
            Date = metadata.Date?.Value.Text,
            Issuer = metadata.Issuer?.Value,
            Type = metadata.Type?.Value,
            Language = metadata.Language?.Value,
            Source = metadata.Source?.Value,
            Licence = metadata.Licence?.Value,
            Origins = MetadataOrigins.Of(metadata),
            Pages = document.Pages,
            Languages =
            [
                .. document.Paragraphs.Select(unit => unit.Language ?? metadata.Language?.Value)
                    .OfType<string>()
                    .Distinct(StringComparer.OrdinalIgnoreCase)
                    .Order(StringComparer.Ordinal),
            ],
            Kinds = kinds,
            Warnings = document.Warnings,
        };
    }

    private static bool AreEqual(IReadOnlyList<ThemeTag> left, IReadOnlyList<ThemeTag> right) =>
        left.Count == right.Count
        && left.Zip(right).All(pair => pair.First.Evidence.SequenceEqual(pair.Second.Evidence)
            && pair.First with { Evidence = [] } == pair.Second with { Evidence = [] });

    private async Task<string> HashAsync(CorpusFile file, CancellationToken cancellation)
    {
        try
        {
            await using FileStream stream = File.OpenRead(Path.Combine(folder.Root, file.RelativePath));
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, cancellation).ConfigureAwait(false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
