using System.Buffers;
using Search.Engine.Matching.Phrases;
using Search.Engine.Segments.Postings;

namespace Search.Engine.Matching.Intersections;

/// <summary>
/// Counts how often an exact phrase occurs in the documents of an intersection, a batch at a time and slot by slot, so
/// that the positions of later slots are decoded only for documents in which the earlier ones stand right.
/// </summary>
internal sealed class PhraseFrequencies(IReadOnlyList<PhraseSlot> slots, TermIntersection intersection)
{
    private const int BatchSize = TermIntersection.BatchSize;

    private readonly int[] _offsets = [.. slots.Select(slot => slot.Offset)];
    private readonly int[] _frequencies = ArrayPool<int>.Shared.Rent(BatchSize);

    /// <summary>The documents that may yet hold the phrase, by their number in the intersection.</summary>
    private readonly int[] _alive = ArrayPool<int>.Shared.Rent(BatchSize + 1);

    private readonly int[] _places = ArrayPool<int>.Shared.Rent(BatchSize);
    private readonly PositionKeys _beginnings = new();
    private readonly PositionKeys _others = new();

    /// <summary>The frequencies in the present documents of the intersection, 0 for none.</summary>
    public ReadOnlySpan<int> Count()
    {
        int count = intersection.Count;
        for (int i = 0; i < count; i++)
        {
            _alive[i] = i;
        }

        Gather(0, count, _beginnings);
        for (int slot = 1; slot < _offsets.Length && count > 0; slot++)
        {
            Gather(slot, count, _others);
            _beginnings.Keep(_others, _offsets[slot] - _offsets[0]);
            count = slot < _offsets.Length - 1 ? FindAlive() : 0;
        }

        Span<int> frequencies = _frequencies.AsSpan(0, intersection.Count);
        frequencies.Clear();
        foreach (long key in _beginnings.Keys)
        {
            frequencies[PositionKeys.Document(key)]++;
        }

        return frequencies;
    }

    /// <summary>Gives back what was rented; nothing more is counted.</summary>
    public void Return()
    {
        ArrayPool<int>.Shared.Return(_frequencies);
        ArrayPool<int>.Shared.Return(_alive);
        ArrayPool<int>.Shared.Return(_places);
        _beginnings.Return();
        _others.Return();
    }

    private void Gather(int slot, int count, PositionKeys batch)
    {
        batch.Clear();
        ReadOnlySpan<int> places = intersection.Places(slot);
        if (count < places.Length)
        {
            for (int i = 0; i < count; i++)
            {
                _places[i] = places[_alive[i]];
            }

            places = _places.AsSpan(0, count);
        }

        intersection.Postings[slot].GatherPositions(places, _alive.AsSpan(0, count), batch);
    }

    /// <summary>The documents in which the phrase may still begin.</summary>
    private int FindAlive()
    {
        int count = 0;
        int last = -1;
        foreach (long key in _beginnings.Keys)
        {
            int document = PositionKeys.Document(key);
            _alive[count] = document;
            count += document != last ? 1 : 0;
            last = document;
        }

        return count;
    }
}
