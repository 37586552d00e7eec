using System.Globalization;
using Search.Engine.Indexing.Buffers;
using Search.Engine.Indexing.Commits;
using Search.Engine.Indexing.Merges;
using Search.Engine.Schemas;
using Search.Engine.Segments.Postings;
using Search.Engine.Segments.Terms;
using Search.Engine.Storage;

namespace Search.Engine.Indexing;

/// <summary>
/// The segments of an index as its writer sees them, committed or not, in the order of their documents.
/// </summary>
internal sealed class WriterSegments(IndexStorage storage, IndexSchema schema) : IDisposable
{
    private const string SegmentExtension = ".seg";
    private const string LiveDocsExtension = ".live";
    private const string PendingExtension = ".tmp";

    private readonly List<WriterSegment> _segments = [];

    /// <summary>Number of the next segment's file.</summary>
    public long NextNumber { get; private set; } = 1;

    /// <summary>Whether anything differs from the last commit.</summary>
    public bool IsChanged { get; private set; }

    /// <summary>Whether there is more than one segment, or a deleted document.</summary>
    public bool CanBeMerged =>
        _segments.Count > 1 || _segments.Exists(segment => segment.LiveCount < segment.DocCount);

    /// <summary>Takes the segments of a commit; forgets all others.</summary>
    public void Load(Manifest? manifest)
    {
        Dispose();
        NextNumber = manifest?.NextSegment ?? 1;
        IsChanged = false;
        foreach (SegmentRecord record in manifest?.Segments ?? [])
        {
            _segments.Add(new WriterSegment(storage, schema, record));
        }
    }

    /// <summary>Number of segments.</summary>
    public int Count => _segments.Count;

    /// <summary>Writes buffered documents as the last segment.</summary>
    /// <returns>Its place; where there are no documents, the place it would have.</returns>
    public int Add(DocumentBuffer buffer)
    {
        if (buffer.DocCount > 0)
        {
            int docCount = buffer.DocCount;
            string name = NextName();
            Add(name, docCount, buffer.Write(name));
            return _segments.Count - 1;
        }

        return _segments.Count;
    }

    /// <summary>Takes a segment whose file is written as the last.</summary>
    public void Add(string fileName, int docCount, long fileLength)
    {
        var record = new SegmentRecord(fileName, docCount, docCount, fileLength, "");
        _segments.Add(new WriterSegment(storage, schema, record));
        IsChanged = true;
    }

    /// <summary>Name of the next segment's file; each call gives another.</summary>
    public string NextName()
    {
        string number = NextNumber.ToString("x6", CultureInfo.InvariantCulture);
        NextNumber++;
        return $"s{number}{SegmentExtension}";
    }

    /// <summary>Deletes the documents that hold a term.</summary>
    /// <param name="field">Its field.</param>
    /// <param name="term">The term.</param>
    /// <param name="added">Place of the first segment in which not all documents are meant.</param>
    /// <param name="bound">Documents from there on that are meant: the first so many.</param>
    public void Delete(InvertedField field, ReadOnlySpan<byte> term, int added, int bound)
    {
        int left = bound;
        for (int i = 0; i < _segments.Count; i++)
        {
            WriterSegment segment = _segments[i];
            int end = i < added ? DocCursor.End : left;
            left = i < added ? left : Math.Max(0, left - segment.DocCount);
            if (!segment.Reader.TryFindTerm(field, term, out TermEntry entry))
            {
                continue;
            }

            int before = segment.LiveCount;
            PostingsCursor postings = segment.Reader.Postings(field, entry);
            while (postings.Next() < end)
            {
                segment.Delete(postings.DocId);
            }

            IsChanged |= segment.LiveCount != before;
        }
    }

    /// <summary>Lets go of segments without a live document.</summary>
    public void DropEmpty()
    {
        foreach (WriterSegment segment in _segments)
        {
            if (segment.LiveCount == 0)
            {
                segment.Dispose();
                IsChanged = true;
            }
        }

        _segments.RemoveAll(segment => segment.LiveCount == 0);
    }

    /// <summary>Merges what a policy asks for, until it asks for no more.</summary>
    public void Merge(MergePolicy policy)
    {
        while (true)
        {
            (int start, int count) = policy.Choose(
                [.. _segments.Select(segment => segment.LiveCount)],
                [.. _segments.Select(segment => segment.DocCount)]);
            if (count == 0)
            {
                return;
            }

            Merge(start, count, CancellationToken.None);
        }
    }

    /// <summary>Merges all segments into one.</summary>
    public void MergeAll(CancellationToken cancellation) => Merge(0, _segments.Count, cancellation);

    /// <summary>What a manifest is to say of the segments; writes live documents that changed.</summary>
    public List<SegmentRecord> Save(long generation) => [.. _segments.Select(segment => segment.Save(generation))];

    /// <summary>Says that the segments were committed; deletes what the commit does not name.</summary>
    public void Committed(Manifest? manifest)
    {
        IsChanged = false;
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (SegmentRecord segment in manifest?.Segments ?? [])
        {
            used.Add(segment.FileName);
            used.Add(segment.LiveDocsFile);
        }

        foreach (string name in storage.List())
        {
            bool isOurs = Path.GetExtension(name) is SegmentExtension or LiveDocsExtension or PendingExtension;
            if (isOurs && !used.Contains(name))
            {
                storage.TryDelete(name);
            }
        }
    }

    /// <summary>Unmaps all segments and forgets them.</summary>
    public void Dispose()
    {
        foreach (WriterSegment segment in _segments)
        {
            segment.Dispose();
        }

        _segments.Clear();
    }

    private void Merge(int start, int count, CancellationToken cancellation)
    {
        var sources = new MergeSource[count];
        int place = 0;
        for (int i = 0; i < count; i++)
        {
            WriterSegment segment = _segments[start + i];
            sources[i] = new MergeSource(segment.Reader, segment.LiveDocs, place);
            place = checked(place + segment.LiveCount);
        }

        string name = NextName();
        (int docCount, long length) = new SegmentMerger(storage, schema, sources, cancellation).Merge(name);
        for (int i = 0; i < count; i++)
        {
            _segments[start + i].Dispose();
        }

        Add(name, docCount, length);
        _segments[start] = _segments[^1];
        _segments.RemoveAt(_segments.Count - 1);
        _segments.RemoveRange(start + 1, count - 1);
    }
}
