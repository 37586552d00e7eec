using System.Text;
using Search.Engine.Matching.Nodes;
using Search.Engine.Matching.Phrases;
using Search.Engine.Schemas;
using Search.Queries.Trees;
using Search.Text.Analysis;
using Search.Text.Compounds;
using Search.Text.Stemming;

namespace Search.Engine.Searching.Rewriting;

/// <summary>
/// Makes nodes of the words of a text field, by every analyzer that documents may have been analyzed with: a stem is
/// asked
/// as each of them makes it.
/// </summary>
internal sealed class WordResolver
{
    private readonly IndexSchema _schema;
    private readonly QueryStems[] _stems;
    private readonly TokenBuffer _tokens;

    [ThreadStatic]
    private static TokenBuffer? _ofThread;

    // What the last resolver of a thread found out of its schema: all queries of an index have one schema.
    [ThreadStatic]
    private static (IndexSchema Schema, QueryStems[] Stems, bool Folds) _last;

    /// <summary>Makes a resolver.</summary>
    public WordResolver(IndexSchema schema)
    {
        // One for all queries of a thread: what an analysis gives is read before the next is made.
        _tokens = _ofThread ??= new TokenBuffer();
        _schema = schema;
        if (ReferenceEquals(_last.Schema, schema))
        {
            (_, _stems, Folds) = _last;
            return;
        }

        _stems = QueryStems.Of(schema);
        Folds = ExactForm("A") == "a";
        _last = (schema, _stems, Folds);
    }

    /// <summary>Whether words are folded, so that patterns must be too.</summary>
    public bool Folds { get; }

    /// <summary>The analyzer that breaks texts into words; they differ in stems alone.</summary>
    public Analyzer Breaker => _stems[0].Analyzer;

    /// <summary>Receives the tokens of whatever is analyzed; to be read before anything else is.</summary>
    public TokenBuffer Tokens => _tokens;

    /// <summary>The exact form of a text that is one word; null for none or several.</summary>
    public string? ExactForm(string text)
    {
        _stems[0].Analyzer.Analyze(text, _tokens);
        return _tokens.Count == 1 ? Encoding.UTF8.GetString(_tokens.Exact(0)) : null;
    }

    /// <summary>Breaks a text into the atoms of its words.</summary>
    /// <param name="text">A word as written.</param>
    /// <param name="form">The form asked for.</param>
    /// <param name="hasVariants">Whether other spellings count.</param>
    public List<PhraseAtom> Atoms(string text, WordForm form, bool hasVariants)
    {
        var atoms = new List<PhraseAtom>(1); // nearly always one
        hasVariants &= _schema.JoinsSpellings;
        Breaker.Analyze(text, _tokens);
        for (int i = 0; i < _tokens.Count; i++)
        {
            Token token = _tokens[i];
            bool isHyphenated = i + 1 < _tokens.Count && IsHyphens(text.AsSpan(token.End.._tokens[i + 1].Start));
            string exact = Encoding.UTF8.GetString(_tokens.Exact(i));
            atoms.Add(new PhraseAtom(text[token.Start..token.End], exact, form, hasVariants, isHyphenated, null));
        }

        return atoms;
    }

    /// <summary>
    /// A node for a word that has no other spelling and one stem alone; null for any other text. As
    /// <see cref="Resolve"/> would give, without what that takes: most words of a long query are such.
    /// </summary>
    /// <param name="field">A text field.</param>
    /// <param name="text">A word as written.</param>
    /// <param name="form">The form asked for.</param>
    /// <param name="hasVariants">Whether other spellings count.</param>
    public TermNode? Plain(FieldDefinition field, string text, WordForm form, bool hasVariants)
    {
        if (_stems.Length > 1)
        {
            return null;
        }

        Breaker.Analyze(text, _tokens);
        if (_tokens.Count != 1 || _tokens[0].Start > 0 || _tokens[0].End < text.Length
            || (hasVariants && _schema.JoinsSpellings
                && CombiningForms.TrySplit(Encoding.UTF8.GetString(_tokens.Exact(0)), out _, out _))
            || (form == WordForm.Stemmed && Accents.Of(text, Breaker).Count > 0))
        {
            return null;
        }

        InvertedField inverted = _schema.Inverted(
            field, form == WordForm.Stemmed ? TermForm.Stemmed : TermForm.Exact);
        return new TermNode(inverted, Term(inverted, 0));
    }

    /// <summary>A node for a word or phrase in all its spellings; null where nothing is asked.</summary>
    /// <param name="field">A text field.</param>
    /// <param name="atoms">The places, in order.</param>
    /// <param name="slop">Lucene's slop.</param>
    public FrequencyNode? Resolve(FieldDefinition field, IReadOnlyList<PhraseAtom> atoms, int slop)
    {
        (List<PhraseSlot> Slots, QueryStems Stems)? first = null;
        OrderedDictionary<string, (FrequencyNode Node, QueryStems Stems)>? found = null;
        foreach (PhraseAtom[] spelling in PhraseSpellings.Of(atoms))
        {
            foreach (QueryStems stems in _stems)
            {
                foreach (PhraseAtom[] accented in stems.Accented(spelling))
                {
                    List<PhraseSlot> slots = Slots(field, accented, stems.Analyzer);
                    if (slots.Count == 0)
                    {
                        continue;
                    }

                    if (first is not { } one)
                    {
                        first = (slots, stems); // most words have no other form
                        continue;
                    }

                    if (found is null)
                    {
                        found = new(StringComparer.Ordinal);
                        found.Add(Key(one.Slots), (Node(one.Slots, slop), one.Stems));
                    }

                    // Several languages may make the same stem.
                    if (!found.TryAdd(Key(slots), (Node(slots, slop), stems), out int index))
                    {
                        (FrequencyNode node, QueryStems others) = found.GetAt(index).Value;
                        found.SetAt(index, (node, others.With(stems)));
                    }
                }
            }
        }

        if (found is null)
        {
            return first is { } only ? only.Stems.Limit(Node(only.Slots, slop)) : null;
        }

        FrequencyNode[] nodes = [.. found.Values.Select(each => each.Stems.Limit(each.Node))];
        return nodes.Length == 1 ? nodes[0] : new VariantNode(nodes);
    }

    private static FrequencyNode Node(List<PhraseSlot> slots, int slop) => slots switch
    {
        [{ Term: { } term } slot] => new TermNode(slot.Field, term),
        [_] => new PhraseNode(slots, 0),
        _ => new PhraseNode(slots, slop),
    };

    private static string Key(List<PhraseSlot> slots) => string.Join(
        ' ',
        slots.Select(slot =>
            $"{slot.Offset}:{slot.Field.Number}:{(slot.Term is null ? "*" : Convert.ToHexString(slot.Term))}"));

    private static bool IsHyphens(ReadOnlySpan<char> between) =>
        !between.IsEmpty && between.IndexOfAnyExcept("-\u2010\u2011\u00AD") < 0;

    /// <summary>The term of a token.</summary>
    private byte[] Term(InvertedField inverted, int token) =>
        (inverted.Form == TermForm.Stemmed ? _tokens.Stem(token) : _tokens.Exact(token)).ToArray();

    private List<PhraseSlot> Slots(FieldDefinition field, PhraseAtom[] spelling, Analyzer analyzer)
    {
        var slots = new List<PhraseSlot>(spelling.Length);
        int offset = 0;
        foreach (PhraseAtom atom in spelling)
        {
            if (atom.Text is null)
            {
                if (atom.Pattern is not null)
                {
                    slots.Add(new PhraseSlot(offset, _schema.Inverted(field, TermForm.Exact), null, atom.Pattern));
                }

                offset++;
                continue;
            }

            TermForm form = atom.Form == WordForm.Stemmed ? TermForm.Stemmed : TermForm.Exact;
            InvertedField inverted = _schema.Inverted(field, form);
            analyzer.Analyze(atom.Text, _tokens);
            for (int i = 0; i < _tokens.Count; i++)
            {
                slots.Add(new PhraseSlot(offset + _tokens[i].Position, inverted, Term(inverted, i), null));
            }

            offset += _tokens.PositionCount;
        }

        return slots;
    }
}
