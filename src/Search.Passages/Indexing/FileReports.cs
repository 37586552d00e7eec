using Search.Passages.Indexing.States;

namespace Search.Passages.Indexing;

/// <summary>Makes the listing of files from what a generation knows.</summary>
internal static class FileReports
{
    /// <summary>The files of the folder, by path.</summary>
    public static IReadOnlyList<FileReport> Make(CorpusState state) =>
    [
        .. state.Files.Select(Make)
            .Concat(state.Refused.Select(refused => Failed(refused.Path, refused)))
            .OrderBy(report => report.Path, StringComparer.Ordinal),
    ];

    private static FileReport Make(KnownFile file) =>
        file.Document is not KnownDocument document
            ? Failed(file.Path, file.Failure)
            : new FileReport
            {
                Path = file.Path,
                IsIndexed = true,
                Id = file.Id,
                Format = document.Format,
                Pages = document.Pages,
                Units = document.Kinds.Values.Sum(),
                Kinds = document.Kinds,
                Language = document.Language,
                Title = document.Title,
                Date = document.Date,
                Issuer = document.Issuer,
                Type = document.Type,
                Source = document.Source,
                Licence = document.Licence,
                Origins = document.Origins,
                Warnings = document.Warnings,
            };

    private static FileReport Failed(string path, KnownFailure? failure) =>
        new() { Path = path, IsIndexed = false, Code = failure?.Code, Reason = failure?.Reason };
}
