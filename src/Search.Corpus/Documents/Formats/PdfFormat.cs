using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Search.Corpus.Paragraphs.Layout;

namespace Search.Corpus.Documents.Formats;

/// <summary>
/// Reads PDF through poppler: a child process under a limit of memory and time gives each page's pieces of text with
/// their boxes and fonts, which are put together here.
/// </summary>
internal static class PdfFormat
{
    private const int MostErrorText = 4096;

    /// <summary>Reads.</summary>
    /// <exception cref="ReadException">No text layer, encrypted, damaged, no poppler, too long.</exception>
    public static FormatResult Read(FileContent file)
    {
        using Process process = Start(file);
        using CancellationTokenRegistration kill = file.Cancellation.Register(() => Kill(process));
        StringBuilder errors = new();
        process.ErrorDataReceived += (_, line) =>
        {
            if (line.Data is not null && errors.Length < MostErrorText)
            {
                errors.AppendLine(line.Data);
            }
        };
        process.BeginErrorReadLine();
        PdfXmlReader reader = new(file.Options.MaxTextLength);
        List<LayoutPage> pages;
        try
        {
            pages = reader.Read(process.StandardOutput);
            process.WaitForExit();
        }
        finally
        {
            Kill(process);
        }

        file.Cancellation.ThrowIfCancellationRequested();
        Check(pages, process.ExitCode, errors.ToString(), file);
        if (GarbledText.Is(pages))
        {
            file.Warnings.Add("the text layer is garbled, its fonts have no Unicode map: run 'ocrmypdf --force-ocr'");
        }

        return new FormatResult(FileFormat.Pdf, LayoutSplitter.Split(pages, file.Cancellation));
    }

    private static void Check(List<LayoutPage> pages, int exitCode, string errors, FileContent file)
    {
        if (errors.Contains("Incorrect password", StringComparison.OrdinalIgnoreCase)
            || errors.Contains("Copying of text", StringComparison.OrdinalIgnoreCase))
        {
            throw new ReadException(ReasonCodes.Encrypted, "the PDF is protected by a password");
        }

        if (exitCode == 127)
        {
            throw Missing(null);
        }

        if (pages.Count == 0)
        {
            string reason = errors.Split('\n')[0].Trim();
            throw new ReadException(ReasonCodes.Damaged,
                $"poppler cannot read the PDF: {(reason.Length > 0 ? reason : "no pages")}");
        }

        if (pages.TrueForAll(page => page.Fragments.TrueForAll(fragment => fragment.Text.AsSpan().Trim().IsEmpty)))
        {
            throw new ReadException(
                ReasonCodes.NoTextLayer,
                "a scan without a text layer: add one with 'ocrmypdf IN.pdf OUT.pdf' (Debian: ocrmypdf, "
                    + "tesseract-ocr)");
        }

        if (exitCode != 0)
        {
            file.Warnings.Add($"poppler ended with {exitCode}: some pages may be missing");
        }
    }

    private static Process Start(FileContent file)
    {
        string tool = file.Options.PdfTool;
        long kilobytes = file.Options.MaxToolMemoryBytes / 1024;
        bool isLimited = kilobytes > 0 && !OperatingSystem.IsWindows();
        ProcessStartInfo info = new(isLimited ? "/bin/sh" : tool)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            UseShellExecute = false,
        };
        if (isLimited)
        {
            // Names go in as arguments: the shell sees none of them as code.
            string limit = kilobytes.ToString(CultureInfo.InvariantCulture);
            info.ArgumentList.Add("-c");
            info.ArgumentList.Add($"ulimit -v {limit}; exec \"$0\" \"$@\"");
            info.ArgumentList.Add(tool);
        }

        foreach (string argument in (ReadOnlySpan<string>)["-xml", "-i", "-q", "-hidden", "-nodrm", "-noroundcoord",
            "-stdout"])
        {
            info.ArgumentList.Add(argument);
        }

        info.ArgumentList.Add(file.Path);
        try
        {
            Process process = Process.Start(info) ?? throw Missing(null);
            process.StandardInput.Close();
            return process;
        }
        catch (Win32Exception e)
        {
            throw Missing(e);
        }
    }

    private static ReadException Missing(Exception? inner) =>
        new(ReasonCodes.ToolMissing, "PDF needs poppler's pdftohtml: install poppler-utils", inner);

    private static void Kill(Process process)
    {
        try
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                process.WaitForExit();
            }
        }
        catch (InvalidOperationException)
        {
            // It ended meanwhile.
        }
    }
}
