using System.Text;
using Search.Engine.Segments.Terms;

namespace Search.Engine.Matching.Automata;

/// <summary>
/// Terms within an edit distance of a word. Where a dictionary keeps the letters of its terms, those that have too many
/// or too few are passed over sixteen at a time, and few are left to be measured; else an automaton leaps through it.
/// </summary>
internal sealed class FuzzyPattern : TermPattern
{
    private readonly string _word;
    private readonly int _maxEdits;
    private readonly int _prefixLength;
    private readonly byte[] _prefix;
    private readonly LetterFilter _filter;
    private readonly EditDistance _distance;
    private AutomatonPattern? _automaton;

    /// <summary>Makes a pattern.</summary>
    /// <param name="word">The word.</param>
    /// <param name="maxEdits">Most edits, 0 to 2.</param>
    /// <param name="prefixLength">Leading code points of the word that must stand unchanged.</param>
    public FuzzyPattern(string word, int maxEdits, int prefixLength)
    {
        _word = word;
        _maxEdits = maxEdits;
        int[] codePoints = [.. word.EnumerateRunes().Select(rune => rune.Value)];
        WordLength = codePoints.Length;
        _prefixLength = Math.Min(prefixLength, WordLength);
        byte[] utf8 = Encoding.UTF8.GetBytes(word);
        int prefixBytes = 0;
        for (int i = 0; i < _prefixLength; i++)
        {
            prefixBytes += new Rune(codePoints[i]).Utf8SequenceLength;
        }

        _prefix = utf8[..prefixBytes];
        _filter = LetterFilter.Within(TermLetters.Of(utf8), maxEdits);
        _distance = new EditDistance(codePoints[_prefixLength..], maxEdits);
    }

    /// <summary>Length of the word in code points.</summary>
    public int WordLength { get; }

    /// <inheritdoc/>
    public override ReadOnlyMemory<byte> LiteralPrefix => _prefix;

    private AutomatonPattern Automaton =>
        _automaton ??= new AutomatonPattern(new LevenshteinAutomaton(_word, _maxEdits, _prefixLength), _prefix);

    /// <summary>The edits between the word and a term; more than the most for a term that does not fit.</summary>
    public int Edits(ReadOnlySpan<byte> term) =>
        term.StartsWith(_prefix) ? _distance.Of(term[_prefix.Length..]) : _maxEdits + 1;

    /// <inheritdoc/>
    public override bool Fits(ReadOnlySpan<byte> term) => Edits(term) <= _maxEdits;

    /// <inheritdoc/>
    public override bool Seek(TermCursor terms) =>
        terms.HasLetters ? terms.SeekLetters(_prefix, _filter) && Advance(terms) : Automaton.Seek(terms);

    /// <inheritdoc/>
    public override bool MoveNext(TermCursor terms) =>
        terms.HasLetters ? terms.MoveNextLetters() && Advance(terms) : Automaton.MoveNext(terms);

    private bool Advance(TermCursor terms)
    {
        while (!Fits(terms.Term))
        {
            if (!terms.MoveNextLetters())
            {
                return false;
            }
        }

        return true;
    }
}
