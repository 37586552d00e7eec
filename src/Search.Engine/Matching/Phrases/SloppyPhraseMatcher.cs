namespace Search.Engine.Matching.Phrases;

/// <summary>
/// The frequency of a phrase with slop, as Lucene's SloppyPhraseMatcher counts it. Each slot has a cursor over its
/// adjusted
/// positions (position less offset). The cursor that is farthest behind moves; whenever it overtakes the next one, the
/// stretch from it to the farthest cursor was as short as it gets, and counts 1 / (1 + length) if it is within the
/// slop.
/// Slots of the same word never stand on the same position: of two that collide, the lesser one moves on.
/// </summary>
internal sealed class SloppyPhraseMatcher
{
    private readonly SlotPostings _postings;
    private readonly int _slop;
    private readonly SlotWalk[] _walks;
    private readonly List<SlotWalk[]> _groups = [];
    private readonly SlotQueue _queue;
    private readonly bool _mayCollide;
    private readonly SloppyPhraseSearch? _search;
    private int _end;

    /// <summary>Makes a matcher.</summary>
    /// <param name="postings">The slots; the caller moves them.</param>
    /// <param name="slop">Most that adjusted positions may lie apart.</param>
    public SloppyPhraseMatcher(SlotPostings postings, int slop)
    {
        _postings = postings;
        _slop = slop;
        _walks = [.. postings.Slots.Select((slot, index) => new SlotWalk(slot.Offset, index))];
        _queue = new SlotQueue(_walks.Length);
        _mayCollide = postings.Slots.Any(slot => slot.Pattern is not null || slot.Field != postings.Slots[0].Field);
        _search = _mayCollide ? new SloppyPhraseSearch(postings, slop) : null;
        GroupRepeats();
    }

    /// <summary>The summed weight of the matches in the current document; 0 where there is none.</summary>
    public float Frequency()
    {
        float sum = 0;
        bool isPlaced = Place();
        while (isPlaced && NextMatch(out int length))
        {
            sum += 1f / (1f + length);
        }

        if (sum == 0 && _search?.Shortest() is int shortest and >= 0)
        {
            sum = 1f / (1f + shortest);
        }

        return sum;
    }

    private bool NextMatch(out int length)
    {
        length = int.MaxValue;
        if (_queue.Count < _walks.Length)
        {
            return false;
        }

        SlotWalk walk = _queue.Pop();
        length = _end - walk.Position;
        int next = _queue.Count > 0 ? _queue.Top.Position : int.MaxValue;
        while (Advance(walk))
        {
            if (walk.Group >= 0 && !Separate(walk))
            {
                break;
            }

            if (walk.Position > next)
            {
                _queue.Push(walk);
                if (length <= _slop)
                {
                    return true;
                }

                walk = _queue.Pop();
                next = _queue.Top.Position;
                length = _end - walk.Position;
            }
            else
            {
                length = Math.Min(length, _end - walk.Position);
            }
        }

        // The walk that ended stays outside of the queue: what was found last is the last match.
        return length <= _slop;
    }

    private bool Advance(SlotWalk walk)
    {
        if (!walk.Next())
        {
            return false;
        }

        _end = Math.Max(_end, walk.Position);
        return true;
    }

    private bool Place()
    {
        _end = int.MinValue;
        for (int i = 0; i < _walks.Length; i++)
        {
            _walks[i].Begin(_postings.Cursors[i].Positions());
        }

        foreach (SlotWalk[] group in _groups)
        {
            if (!(_mayCollide ? SpreadCollisions(group) : SpreadEvenly(group)))
            {
                return false;
            }
        }

        _queue.Clear();
        foreach (SlotWalk walk in _walks)
        {
            _end = Math.Max(_end, walk.Position);
            _queue.Push(walk);
        }

        return true;
    }

    /// <summary>The n-th slot of one repeated word begins at its n-th position.</summary>
    private static bool SpreadEvenly(SlotWalk[] group)
    {
        for (int slot = 1; slot < group.Length; slot++)
        {
            for (int move = 0; move < slot; move++)
            {
                if (!group[slot].Next())
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>
    /// Slots that share only some words begin at their first positions, and move where these collide.
    /// </summary>
    private bool SpreadCollisions(SlotWalk[] group)
    {
        for (int slot = 0; slot < group.Length; slot++)
        {
            SlotWalk walk = group[slot];
            while (Collision(walk) is SlotWalk other)
            {
                SlotWalk lesser = Lesser(walk, other);
                if (!Advance(lesser))
                {
                    return false;
                }

                if (lesser.Rank < slot)
                {
                    slot--;
                    break;
                }
            }
        }

        return true;
    }

    /// <summary>Moves slots of one group on until none collides; false where one of them ends.</summary>
    private bool Separate(SlotWalk walk)
    {
        SlotWalk moving = walk;
        bool hasMovedOthers = false;
        while (Collision(moving) is SlotWalk other)
        {
            moving = Lesser(moving, other);
            if (!Advance(moving))
            {
                return false;
            }

            hasMovedOthers |= moving != walk;
        }

        if (hasMovedOthers)
        {
            _queue.Restore();
        }

        return true;
    }

    private SlotWalk? Collision(SlotWalk walk)
    {
        foreach (SlotWalk other in _groups[walk.Group])
        {
            if (other != walk && other.Position + other.Offset == walk.Position + walk.Offset)
            {
                return other;
            }
        }

        return null;
    }

    private static SlotWalk Lesser(SlotWalk left, SlotWalk right) =>
        left.Position < right.Position || (left.Position == right.Position && left.Offset < right.Offset)
            ? left
            : right;

    private void GroupRepeats()
    {
        for (int i = 0; i < _walks.Length; i++)
        {
            if (_walks[i].Group >= 0)
            {
                continue;
            }

            List<int> members = [i];
            for (int member = 0; member < members.Count; member++)
            {
                for (int j = i + 1; j < _walks.Length; j++)
                {
                    if (!members.Contains(j) && _postings.Slots[members[member]].SharesTermsWith(_postings.Slots[j]))
                    {
                        members.Add(j);
                    }
                }
            }

            if (members.Count > 1)
            {
                members.Sort();
                for (int rank = 0; rank < members.Count; rank++)
                {
                    _walks[members[rank]].Group = _groups.Count;
                    _walks[members[rank]].Rank = rank;
                }

                _groups.Add([.. members.Select(member => _walks[member])]);
            }
        }
    }
}
