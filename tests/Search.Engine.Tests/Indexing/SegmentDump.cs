using System.Text;
using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Segments.Columns;
using Search.Engine.Segments.Pairs;
using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Tests.Indexing;

/// <summary>All that a segment says, as lines to compare.</summary>
internal static class SegmentDump
{
    /// <summary>The lines of a segment.</summary>
    public static List<string> Of(SegmentView segment)
    {
        List<string> lines = [$"docs {segment.DocCount}"];
        foreach (InvertedField field in segment.Schema.InvertedFields)
        {
            string name = $"{field.Field.Name}/{field.Form}";
            FieldStatistics sums = segment.Statistics(field);
            lines.Add($"{name} sums {sums.DocCount} {sums.SumTotalTermFrequency} {sums.SumDocFrequency}");
            if (field.HasPositions)
            {
                lines.Add($"{name} norms {string.Join(',', segment.Norms(field).ToArray())}");
            }

            TermCursor terms = segment.Terms(field);
            while (terms.MoveNext())
            {
                lines.Add($"{name} {Encoding.UTF8.GetString(terms.Term)} {Postings(segment, field, terms.Entry)}");
            }
        }

        foreach (FieldDefinition field in segment.Schema.Fields)
        {
            AddColumn(lines, segment, field);
        }

        return lines;
    }

    /// <summary>The pairs of words that have lists, and the lists.</summary>
    public static List<string> PairsOf(SegmentReader segment)
    {
        List<string> lines = [];
        foreach (InvertedField field in segment.Schema.InvertedFields)
        {
            PairTable? table = segment.Pairs(field);
            var words = new Dictionary<long, string>();
            TermCursor terms = segment.Terms(field);
            while (table is not null && terms.MoveNext())
            {
                if (terms.Entry.DocFrequency > 1)
                {
                    words.Add(terms.Entry.PostingsOffset, Encoding.UTF8.GetString(terms.Term));
                }
            }

            for (int i = 0; i < (table?.Count ?? 0); i++)
            {
                WordPair pair = table![i];
                var line = new StringBuilder($"{field.Field.Name} {words[pair.First]} {words[pair.Second]}");
                PostingsCursor postings = segment.RentPair(field, pair.Entry);
                while (postings.Next() != DocCursor.End)
                {
                    line.Append($" {postings.DocId}x{postings.Frequency}");
                }

                lines.Add(line.ToString());
            }
        }

        return lines;
    }

    /// <summary>The postings of a term: its frequencies, then each document with its positions.</summary>
    public static string Postings(SegmentView segment, InvertedField field, TermEntry entry)
    {
        var line = new StringBuilder($"{entry.DocFrequency} {entry.TotalTermFrequency}");
        PostingsCursor postings = segment.Postings(field, entry);
        while (postings.Next() != DocCursor.End)
        {
            line.Append($" {postings.DocId}x{postings.Frequency}[{string.Join(',', postings.Positions().ToArray())}]");
        }

        return line.ToString();
    }

    private static void AddColumn(List<string> lines, SegmentView segment, FieldDefinition field)
    {
        int[] buffer = [];
        for (int doc = 0; doc < segment.DocCount; doc++)
        {
            if (field.Kind == FieldKind.Keyword)
            {
                KeywordColumn column = segment.Keywords(field);
                string[] values = [.. column.Ordinals(doc, ref buffer).ToArray()
                    .Select(ordinal => Encoding.UTF8.GetString(column.Value(ordinal)))];
                lines.Add($"{field.Name} {doc} {string.Join('|', values)}");
            }
            else if (field.Kind == FieldKind.Interval
                && segment.Intervals(field).TryGet(doc, out long lower, out long upper))
            {
                lines.Add($"{field.Name} {doc} {lower}..{upper}");
            }
        }
    }
}
