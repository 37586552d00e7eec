using System.Globalization;
using Search.Passages.Indexing;
using Search.Service.Html;
using Search.Service.Texts;

namespace Search.Service.Pages;

/// <summary>How the index stands, for a reader.</summary>
internal static class StatusPage
{
    /// <summary>Writes the page.</summary>
    public static string Write(IndexStatus status, Catalogue catalogue)
    {
        PageHead head = new("Status", catalogue) { Section = "/status", Kind = "prose", Json = "/api/v1/status" };
        return PageFrame.Write(head, html =>
        {
            html.Leaf("h1", "Status").Start("dl", ("class", "facts"));
            Fact(html, "Generation", status.Generation is long generation ? Words.Number(generation) : "none yet");
            Fact(html, "Documents", Words.Number(status.Documents));
            Fact(html, "Paragraphs, items and footnotes", Words.Number(status.Paragraphs));
            Fact(html, "Units of all kinds", Words.Number(status.Units));
            Fact(html, "Indexing", Progress(status));
            Fact(html, "Last run", LastRun(status.LastRun));
            Fact(html, "Next run by the schedule", status.NextRun is DateTimeOffset next ? Time(next) : null);
            Fact(html, "Last error", status.LastError);
            html.End("dl");
            if (status.Failures.Count > 0)
            {
                html.Leaf("h2", "Files that could not be read").Start("dl", ("class", "errors"));
                foreach (FileFailure failure in status.Failures)
                {
                    html.Start("div").Start("dt").Leaf("code", failure.Path).End("dt").Leaf("dd", failure.Reason)
                        .End("div");
                }

                html.End("dl");
            }
        });
    }

    private static void Fact(HtmlWriter html, string name, string? value)
    {
        if (value is not null)
        {
            html.Start("div").Leaf("dt", name).Leaf("dd", value).End("div");
        }
    }

    private static string Progress(IndexStatus status)
    {
        if (!status.IsRunning)
        {
            return "not running";
        }

        return status.Progress is { FilesTotal: > 0 } progress
            ? $"{Words.Number(progress.FilesDone)} of {Words.Count(progress.FilesTotal, "file", "files")} read"
            : "running";
    }

    private static string? LastRun(IndexRun? run) => run is null
        ? null
        : string.Create(CultureInfo.InvariantCulture, $"{Time(run.Started)}, {run.Seconds:0.0} s: {run.Added} added, ")
            + string.Create(CultureInfo.InvariantCulture,
            $"{run.Updated} updated, {run.Removed} removed, {run.Unchanged} unchanged");

    private static string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture) + " UTC";
}
