using System.Numerics;
using System.Runtime.CompilerServices;
using Search.Engine.Codecs;
using Search.Engine.Schemas;
using Search.Engine.Segments;
using Search.Engine.Segments.Columns;
using Search.Engine.Segments.Files;
using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Indexing;

/// <summary>Checks one segment whole: first every page, then that what the pages say fits together.</summary>
internal sealed class SegmentVerifier(SegmentReader segment, CancellationToken cancellation)
{
    /// <summary>Terms read.</summary>
    public long TermCount { get; private set; }

    /// <summary>Postings read.</summary>
    public long PostingCount { get; private set; }

    /// <summary>Reads everything.</summary>
    /// <exception cref="IndexCorruptException">Something does not fit.</exception>
    public void Verify()
    {
        segment.File.CheckAll(cancellation);
        foreach (InvertedField field in segment.Schema.InvertedFields)
        {
            VerifyTerms(field);
        }

        foreach (FieldDefinition field in segment.Schema.Fields)
        {
            if (field.Kind == FieldKind.Keyword)
            {
                VerifyKeywords(field);
            }
            else if (field.Kind == FieldKind.Interval)
            {
                VerifyIntervals(field);
            }
        }

        for (int doc = 0; doc < segment.DocCount; doc++)
        {
            cancellation.ThrowIfCancellationRequested();
            Require(
                segment.Documents.Read(doc).TrueForAll(value => value.Field < segment.Schema.Fields.Count),
                "Documents/0",
                $"document {doc} has a value of an unknown field");
        }

        int live = 0;
        foreach (ulong word in segment.LiveDocs)
        {
            live += BitOperations.PopCount(word);
        }

        Require(segment.LiveDocs.IsEmpty || live == segment.LiveDocCount, "live docs", $"{live} bits are set");
    }

    private void VerifyTerms(InvertedField field)
    {
        string section = $"Terms/{field.Number}";
        TermCursor terms = segment.Terms(field);
        byte[] last = [];
        long sumDocFrequency = 0;
        long sumTotalTermFrequency = 0;
        bool isFirst = true;
        var pairs = new PairVerifier(segment, field);
        int[] lengths = new int[field.HasPositions ? segment.DocCount : 0];
        while (terms.MoveNext())
        {
            cancellation.ThrowIfCancellationRequested();
            Require(isFirst || terms.Term.SequenceCompareTo(last) > 0, section, $"term {TermCount} is out of order");
            isFirst = false;
            last = terms.Term.ToArray();
            VerifyLetters(terms, field);
            TermEntry entry = terms.Entry;
            sumDocFrequency += entry.DocFrequency;
            sumTotalTermFrequency += entry.TotalTermFrequency;
            VerifyPostings(field, entry, lengths);
            pairs.Add(entry);
            TermCount++;
            PostingCount += entry.DocFrequency;
        }

        FieldStatistics sums = segment.Statistics(field);
        Require(
            sums.SumDocFrequency == sumDocFrequency && sums.SumTotalTermFrequency == sumTotalTermFrequency,
            $"Statistics/{field.Number}",
            $"{sums} where the terms sum up to {sumTotalTermFrequency} in {sumDocFrequency}");
        if (field.HasPositions)
        {
            VerifyNorms(field, lengths);
            pairs.Verify(VerifyImpact, cancellation);
        }
    }

    private void VerifyLetters(TermCursor terms, InvertedField field)
    {
        var cursor = (DictionaryCursor)terms; // what a segment on disk gives
        Require(
            cursor.Letters is not uint letters || letters == TermLetters.Of(cursor.Term),
            $"TermLetters/{field.Number}",
            $"letters {cursor.Letters} of term {cursor.Ordinal}");
    }

    private void VerifyPostings(InvertedField field, in TermEntry entry, int[] lengths)
    {
        string section = $"Postings/{field.Number}";
        var postings = (DiskPostingsCursor)segment.Postings(field, entry); // what a segment on disk gives
        int last = -1;
        long count = 0;
        long total = 0;
        while (postings.Next() != DocCursor.End)
        {
            Require(postings.DocId > last && postings.DocId < segment.DocCount, section, $"doc id {postings.DocId}");
            last = postings.DocId;
            count++;
            total += postings.Frequency;
            if (!field.HasPositions)
            {
                continue;
            }

            Require(postings.Frequency > 0, section, $"frequency {postings.Frequency}");
            lengths[last] += postings.Frequency;
            int before = -1;
            foreach (int position in postings.Positions())
            {
                Require(position > before, $"Positions/{field.Number}", $"position {position} behind {before}");
                before = position;
            }

            VerifyImpact(postings, section);
        }

        Require(count == entry.DocFrequency, section, $"{count} postings where {entry.DocFrequency} are due");
        Require(total == entry.TotalTermFrequency, section, $"{total} occurrences, not {entry.TotalTermFrequency}");
    }

    /// <summary>Some best pair of the posting's block has no lower frequency and no greater norm.</summary>
    private void VerifyImpact(DiskPostingsCursor postings, string section)
    {
        ulong block = postings.BlockImpacts[postings.Block];
        ulong group = postings.GroupImpacts[postings.Block / BlockPostingsCursor.BlocksPerGroup];
        byte norm = postings.BlockNorms[postings.BlockDocs.BinarySearch(postings.DocId)];
        Require(
            Bounds(block, postings.Frequency, norm) && Bounds(group, postings.Frequency, norm),
            section,
            $"the best pairs of block {postings.Block} do not bound document {postings.DocId}");
    }

    private static bool Bounds(ulong impacts, int frequency, byte norm)
    {
        for (int pair = 0; pair < Impacts.PairCount; pair++)
        {
            int best = Impacts.Frequency(impacts, pair);
            if ((best >= frequency || best == Impacts.UnboundedFrequency) && Impacts.Norm(impacts, pair) <= norm)
            {
                return true;
            }
        }

        return false;
    }

    private void VerifyNorms(InvertedField field, int[] lengths)
    {
        string section = $"Norms/{field.Number}";
        ReadOnlySpan<byte> norms = segment.Norms(field);
        int docCount = 0;
        for (int doc = 0; doc < lengths.Length; doc++)
        {
            // A term twice at one position is one posting and two tokens: the norm may say more, never less.
            Require(norms[doc] >= LengthCode.Encode(lengths[doc]), section, $"document {doc} has norm {norms[doc]}");
            docCount += norms[doc] == 0 ? 0 : 1;
        }

        int counted = segment.Statistics(field).DocCount;
        Require(docCount == counted, section, $"{docCount} documents have the field, not {counted}");
    }

    private void VerifyKeywords(FieldDefinition field)
    {
        string section = $"KeywordColumn/{field.Name}";
        KeywordColumn column = segment.Keywords(field);
        int[] buffer = [];
        long count = 0;
        for (int doc = 0; doc < segment.DocCount; doc++)
        {
            int last = -1;
            foreach (int ordinal in column.Ordinals(doc, ref buffer))
            {
                Require(ordinal > last && ordinal < column.ValueCount, section, $"ordinal {ordinal} of document {doc}");
                last = ordinal;
                count++;
            }
        }

        long due = segment.Statistics(segment.Schema.Inverted(field, TermForm.Exact)).SumDocFrequency;
        Require(count == due, section, $"{count} values where the postings have {due}");
    }

    private void VerifyIntervals(FieldDefinition field)
    {
        IntervalColumn column = segment.Intervals(field);
        for (int doc = 0; doc < segment.DocCount; doc++)
        {
            bool isRight = !column.TryGet(doc, out long lower, out long upper) || lower <= upper;
            Require(isRight, $"IntervalColumn/{field.Name}", $"document {doc} has {lower} to {upper}");
        }
    }

    private void Require(
        bool condition,
        string section,
        [InterpolatedStringHandlerArgument(nameof(condition))] ref ReasonHandler reason)
    {
        if (!condition)
        {
            throw new IndexCorruptException(segment.File.Name, section, reason.Text());
        }
    }
}
