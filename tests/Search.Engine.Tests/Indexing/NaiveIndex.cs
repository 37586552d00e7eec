using System.Globalization;
using System.Text;
using Search.Engine.Codecs;
using Search.Engine.Indexing;
using Search.Engine.Schemas;
using Search.Text.Analysis;

namespace Search.Engine.Tests.Indexing;

/// <summary>What a segment of some documents has to say, by scanning lists.</summary>
internal static class NaiveIndex
{
    /// <summary>The lines that <see cref="SegmentDump"/> gives for a segment of these documents.</summary>
    public static List<string> Dump(IndexSchema schema, IReadOnlyList<IndexDocument> documents)
    {
        List<string> lines = [$"docs {documents.Count}"];
        foreach (InvertedField field in schema.InvertedFields)
        {
            List<(byte[] Term, int Doc, int Position)> tokens = [];
            List<int> lengths = [];
            for (int doc = 0; doc < documents.Count; doc++)
            {
                List<(byte[] Term, int Position)> own = Tokens(schema, field, documents[doc]);
                lengths.Add(own.Count);
                tokens.AddRange(own.Select(token => (token.Term, doc, token.Position)));
            }

            string name = $"{field.Field.Name}/{field.Form}";
            var byTerm = tokens.GroupBy(token => Convert.ToHexString(token.Term), StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .ToList();
            int postings = byTerm.Sum(group => group.Select(token => token.Doc).Distinct().Count());
            int occurrences = field.HasPositions
                ? byTerm.Sum(group => group.Select(token => (token.Doc, token.Position)).Distinct().Count())
                : postings;
            lines.Add($"{name} sums {lengths.Count(length => length > 0)} {occurrences} {postings}");
            if (field.HasPositions)
            {
                lines.Add($"{name} norms {string.Join(',', lengths.Select(LengthCode.Encode))}");
            }

            lines.AddRange(byTerm.Select(group =>
                $"{name} {Encoding.UTF8.GetString(Convert.FromHexString(group.Key))} {Line(field, [.. group])}"));
        }

        foreach (FieldDefinition field in schema.Fields)
        {
            for (int doc = 0; doc < documents.Count; doc++)
            {
                AddColumn(lines, field, doc, documents[doc]);
            }
        }

        return lines;
    }

    private static string Line(InvertedField field, List<(byte[] Term, int Doc, int Position)> tokens)
    {
        List<string> parts = [];
        int total = 0;
        foreach (IGrouping<int, (byte[] Term, int Doc, int Position)> doc in tokens.GroupBy(token => token.Doc))
        {
            int[] positions = [.. doc.Select(token => token.Position).Distinct().Order()];
            int frequency = field.HasPositions ? positions.Length : 1;
            total += frequency;
            parts.Add($"{doc.Key}x{frequency}[{(field.HasPositions ? string.Join(',', positions) : "")}]");
        }

        return $"{parts.Count} {total} {string.Join(' ', parts)}";
    }

    private static List<(byte[] Term, int Position)> Tokens(
        IndexSchema schema, InvertedField field, IndexDocument document)
    {
        List<(byte[] Term, int Position)> tokens = [];
        var buffer = new TokenBuffer();
        foreach (FieldValue value in document.Values.Where(value => value.Field == field.Field.Name))
        {
            if (!field.HasPositions)
            {
                tokens.Add((Encoding.UTF8.GetBytes(value.Text!), 0));
                continue;
            }

            schema.AnalyzerFor(document.Language).Analyze(value.Text, buffer);
            for (int i = 0; i < buffer.Count; i++)
            {
                ReadOnlySpan<byte> term = field.Form == TermForm.Stemmed ? buffer.Stem(i) : buffer.Exact(i);
                tokens.Add((term.ToArray(), buffer[i].Position));
            }
        }

        return tokens;
    }

    private static void AddColumn(List<string> lines, FieldDefinition field, int doc, IndexDocument document)
    {
        List<FieldValue> values = [.. document.Values.Where(value => value.Field == field.Name)];
        if (field.Kind == FieldKind.Keyword)
        {
            IEnumerable<string> distinct = values.Select(value => value.Text!)
                .Distinct(StringComparer.Ordinal)
                .Order(StringComparer.Ordinal);
            lines.Add($"{field.Name} {doc} {string.Join('|', distinct)}");
        }
        else if (field.Kind == FieldKind.Interval && values.Count > 0)
        {
            lines.Add(string.Create(
                CultureInfo.InvariantCulture, $"{field.Name} {doc} {values[0].Lower}..{values[0].Upper}"));
        }
    }
}
