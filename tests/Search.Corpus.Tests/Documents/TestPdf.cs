using System.Globalization;
using System.Text;

namespace Search.Corpus.Tests.Documents;

/// <summary>Writes small PDFs by hand: pages of lines, each at its place in its size.</summary>
internal static class TestPdf
{
    /// <summary>A line of text: its place from the lower left corner in points, its size, bold or not.</summary>
    internal sealed record Line(double X, double Y, string Text, double Size = 12, bool IsBold = false);

    /// <summary>Lines of one paragraph, 15 points apart.</summary>
    public static IEnumerable<Line> Paragraph(double y, params string[] lines) =>
        lines.Select((text, i) => new Line(72, y - (15 * i), text));

    /// <summary>The bytes of a PDF with these pages.</summary>
    public static byte[] Write(params IEnumerable<Line>[] pages)
    {
        List<string> objects = ["<</Type/Catalog/Pages 2 0 R>>", "", Font("Helvetica"), Font("Helvetica-Bold")];
        List<string> kids = [];
        foreach (IEnumerable<Line> page in pages)
        {
            string content = string.Concat(page.Select(Show));
            kids.Add(string.Create(CultureInfo.InvariantCulture, $"{objects.Count + 1} 0 R"));
            objects.Add(string.Create(
                CultureInfo.InvariantCulture,
                $"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents {objects.Count + 2} 0 R"
                + $"/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>>>"));
            objects.Add(string.Create(
                CultureInfo.InvariantCulture, $"<</Length {content.Length}>>stream\n{content}\nendstream"));
        }

        objects[1] = string.Create(
            CultureInfo.InvariantCulture, $"<</Type/Pages/Count {kids.Count}/Kids[{string.Join(' ', kids)}]>>");
        return Assemble(objects);
    }

    private static string Font(string name) =>
        $"<</Type/Font/Subtype/Type1/BaseFont/{name}/Encoding/WinAnsiEncoding>>";

    private static string Show(Line line)
    {
        string text = line.Text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("(", "\\(", StringComparison.Ordinal).Replace(")", "\\)", StringComparison.Ordinal);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"BT /{(line.IsBold ? "F2" : "F1")} {line.Size} Tf {line.X} {line.Y} Td ({text}) Tj ET\n");
    }

    private static byte[] Assemble(List<string> objects)
    {
        StringBuilder pdf = new("%PDF-1.4\n");
        List<int> offsets = [];
        for (int i = 0; i < objects.Count; i++)
        {
            offsets.Add(pdf.Length);
            pdf.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        int start = pdf.Length;
        pdf.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (int offset in offsets)
        {
            pdf.Append(CultureInfo.InvariantCulture, $"{offset:D10} 00000 n \n");
        }

        pdf.Append(
            CultureInfo.InvariantCulture,
            $"trailer<</Size {objects.Count + 1}/Root 1 0 R>>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(pdf.ToString());
    }
}
