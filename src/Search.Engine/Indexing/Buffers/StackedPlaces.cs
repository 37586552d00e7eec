namespace Search.Engine.Indexing.Buffers;

/// <summary>
/// The common words at the last two positions of a document in which several tokens stand at one position: each of
/// them is a neighbour of each of the position before, once.
/// </summary>
internal sealed class StackedPlaces
{
    private readonly List<ushort> _before = [];
    private readonly List<ushort> _here = [];
    private int _position;
    private bool _isNew;

    /// <summary>Whether the document has such a position so far.</summary>
    public bool IsUsed { get; private set; }

    /// <summary>The word that was added last.</summary>
    public ushort Added { get; private set; }

    /// <summary>
    /// The words one position before the word that was added last; none where that was no common word, or was at its
    /// position before.
    /// </summary>
    public List<ushort> Before => _isNew ? _before : [];

    /// <summary>Says what stands at two positions, the last of which gets another word.</summary>
    /// <param name="before">The word at the position before; 0 for any other.</param>
    /// <param name="last">The word at the position.</param>
    /// <param name="position">The position.</param>
    public void Begin(ushort before, ushort last, int position)
    {
        Clear();
        IsUsed = true;
        _position = position;
        Put(_before, before);
        Put(_here, last);
    }

    /// <summary>Adds a word.</summary>
    /// <param name="word">The word; 0 for any other.</param>
    /// <param name="position">Its position, not before the last.</param>
    public void Add(ushort word, int position)
    {
        if (position != _position)
        {
            _before.Clear();
            if (position == _position + 1)
            {
                _before.AddRange(_here);
            }

            _here.Clear();
            _position = position;
        }

        Added = word;
        _isNew = word != 0 && !_here.Contains(word);
        Put(_here, word);
    }

    /// <summary>Forgets the document.</summary>
    public void Clear()
    {
        IsUsed = false;
        _before.Clear();
        _here.Clear();
    }

    private static void Put(List<ushort> words, ushort word)
    {
        if (word != 0 && !words.Contains(word))
        {
            words.Add(word);
        }
    }
}
