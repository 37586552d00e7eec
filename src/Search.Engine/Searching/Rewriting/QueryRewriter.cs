using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using Search.Engine.Matching.Automata;
using Search.Engine.Matching.Nodes;
using Search.Engine.Schemas;
using Search.Queries.Trees;
using Search.Text.Folding;

namespace Search.Engine.Searching.Rewriting;

/// <summary>
/// Resolves a query tree against a schema: fields, the forms and spellings of words, patterns, ranges. What is not
/// about
/// anything (a word without a letter, say) is left out as Lucene does; what names no field of the schema matches
/// nothing.
/// Used for one query.
/// </summary>
internal sealed class QueryRewriter
{
    private readonly IndexSchema _schema;
    private readonly SearchLimits _limits;
    private readonly WordResolver _words;
    private readonly List<WrittenPattern> _written = [];
    private readonly SortedSet<SearchLimit> _met = [];
    private PatternResolver? _patterns;
    private RangeResolver? _ranges;
    private NearRewriter? _nearness;
    private int _clauses;

    private QueryRewriter(IndexSchema schema, SearchLimits limits)
    {
        _schema = schema;
        _limits = limits;
        _words = new WordResolver(schema);
    }

    private PatternResolver Patterns => _patterns ??= new PatternResolver(_words);

    private RangeResolver Ranges => _ranges ??= new RangeResolver(_schema, _words);

    private NearRewriter Nearness => _nearness ??= new NearRewriter(Rewrite, _met);

    /// <summary>Resolves a query.</summary>
    public static RewrittenQuery Rewrite(Query query, IndexSchema schema, SearchLimits limits)
    {
        ArgumentNullException.ThrowIfNull(query);
        var rewriter = new QueryRewriter(schema, limits);
        QueryNode root = rewriter.Rewrite(query) ?? NoneNode.Instance;
        return new RewrittenQuery(root, rewriter._written, [.. rewriter._met]);
    }

    /// <summary>A node for a query; null where it asks nothing.</summary>
    private QueryNode? Rewrite(Query query)
    {
        if (++_clauses > _limits.MaxClauses)
        {
            _met.Add(SearchLimit.Clauses);
            return null;
        }

        return query switch
        {
            MatchAllQuery => new AllNode(),
            MatchNoneQuery => NoneNode.Instance,
            TermQuery term => Term(term),
            PhraseQuery phrase => Phrase(phrase),
            PrefixQuery prefix => Pattern(
                prefix.Field, TermPatterns.Escape(prefix.Prefix) + '*', prefix.Prefix + '*'),
            WildcardQuery wildcard => Pattern(wildcard.Field, wildcard.Pattern, wildcard.Pattern),
            RegexQuery regex => Regex(regex),
            FuzzyQuery fuzzy => Fuzzy(fuzzy),
            RangeQuery range => Range(range),
            BooleanQuery boolean => Boolean(boolean),
            BoostQuery boost => Rewrite(boost.Inner) is QueryNode inner ? new BoostNode(inner, boost.Boost) : null,
            ConstantScoreQuery constant => Rewrite(constant.Inner) is QueryNode inner
                ? new ConstantNode(inner, constant.Score)
                : null,
            SynonymQuery synonym => Synonyms(synonym),
            NearQuery near => Nearness.Near(near),
            WithinQuery { Unit: TextUnit.Sentence } within => Nearness.Sentence(within),
            WithinQuery within => Rewrite(new BooleanQuery(
                [.. within.Operands.Select(operand => new BooleanClause(Occur.Must, operand))])),
            _ => throw new ArgumentException($"No such query: {query.GetType().Name}.", nameof(query)),
        };
    }

    private QueryNode? Term(TermQuery term)
    {
        if (!TryField(term.Field, out FieldDefinition? field))
        {
            return NoneNode.Instance;
        }

        switch (field.Kind)
        {
            case FieldKind.Text:
                WordForm form = term.Form == WordForm.Default ? WordForm.Stemmed : term.Form;
                bool hasVariants = term.Form != WordForm.Exact;
                if (_words.Plain(field, term.Text, form, hasVariants) is { } word)
                {
                    return word;
                }

                List<PhraseAtom> atoms = _words.Atoms(term.Text, form, hasVariants);
                return atoms.Count == 0 ? null : _words.Resolve(field, atoms, 0);
            case FieldKind.Keyword:
                return Keyword(field, term.Text);
            case FieldKind.Interval:
                return RangeResolver.Value(field, term.Text) ?? Unreadable();
            default:
                return NoneNode.Instance;
        }
    }

    /// <summary>Words and phrases of one field count as one word would; anything else as alternatives.</summary>
    private QueryNode? Synonyms(SynonymQuery synonym)
    {
        QueryNode? written = Rewrite(synonym.Written);
        int clauses = _clauses;
        QueryNode?[] others = [.. synonym.Others.Select(Rewrite)];
        _clauses = clauses; // the others were not written: they use up nothing of what a query may hold
        return SynonymNodes.Join([written, .. others]);
    }

    private KeywordNode Keyword(FieldDefinition field, string text)
    {
        string[] values = [text, WordFolding.Fold(text)];
        return new KeywordNode(
            _schema.Inverted(field, TermForm.Exact),
            [.. values.Distinct(StringComparer.Ordinal).Select(Encoding.UTF8.GetBytes)]);
    }

    private QueryNode? Phrase(PhraseQuery phrase)
    {
        if (!TryField(phrase.Field, out FieldDefinition? field))
        {
            return NoneNode.Instance;
        }

        if (field.Kind != FieldKind.Text)
        {
            string whole = string.Join(' ', phrase.Parts.Select(part => part is PhraseWord word ? word.Text : "*"));
            return Term(new TermQuery(phrase.Field, whole));
        }

        List<PhraseAtom> atoms = [];
        foreach (PhrasePart part in phrase.Parts)
        {
            if (++_clauses > _limits.MaxClauses)
            {
                _met.Add(SearchLimit.Clauses);
                break;
            }

            switch (part)
            {
                case PhraseWord word:
                    WordForm asked = word.Form == WordForm.Default ? phrase.Form : word.Form;
                    WordForm form = asked == WordForm.Default ? WordForm.Exact : asked;
                    atoms.AddRange(_words.Atoms(word.Text, form, hasVariants: asked != WordForm.Exact));
                    break;
                case PhraseWildcard wildcard:
                    if (PatternAtoms(field, wildcard.Pattern, wildcard.Pattern) is not { } places)
                    {
                        return Unreadable();
                    }

                    atoms.AddRange(places);
                    break;
                default:
                    atoms.Add(PhraseAtom.Gap);
                    break;
            }
        }

        return Places(field, atoms, phrase.Slop, null);
    }

    /// <summary>A node for the places of a phrase or pattern; null where nothing is asked.</summary>
    private QueryNode? Places(FieldDefinition field, List<PhraseAtom> atoms, int slop, string? text)
    {
        while (atoms.Count > 0 && atoms[^1] == PhraseAtom.Gap)
        {
            atoms.RemoveAt(atoms.Count - 1);
        }

        if (atoms is [{ Pattern: { } pattern }])
        {
            return new PatternNode(_schema.Inverted(field, TermForm.Exact), pattern, text ?? string.Empty);
        }

        return atoms.Count == 0 ? null : _words.Resolve(field, atoms, Math.Max(slop, 0));
    }

    private List<PhraseAtom>? PatternAtoms(FieldDefinition field, string pattern, string text)
    {
        List<PhraseAtom>? atoms = Patterns.Atoms(pattern);
        foreach (PhraseAtom atom in atoms ?? [])
        {
            if (atom.Pattern is not null)
            {
                _written.Add(new WrittenPattern(text, _schema.Inverted(field, TermForm.Exact), atom.Pattern));
            }
        }

        return atoms;
    }

    private QueryNode? Pattern(string? name, string pattern, string text)
    {
        if (!TryField(name, out FieldDefinition? field))
        {
            return NoneNode.Instance;
        }

        if (pattern == "*")
        {
            return name is null ? new AllNode() : Ranges.Exists(field);
        }

        switch (field.Kind)
        {
            case FieldKind.Text:
                return PatternAtoms(field, pattern, text) is { } atoms ? Places(field, atoms, 0, text) : Unreadable();
            case FieldKind.Keyword:
                return Written(field, TermPatterns.Wildcard(pattern), text);
            default:
                return NoneNode.Instance;
        }
    }

    private QueryNode Regex(RegexQuery regex)
    {
        if (!TryField(regex.Field, out FieldDefinition? field)
            || field.Kind is not (FieldKind.Text or FieldKind.Keyword))
        {
            return NoneNode.Instance;
        }

        bool isFolded = field.Kind == FieldKind.Text && _words.Folds;
        TermPattern? pattern = TermPatterns.Regex(isFolded ? WordFolding.Fold(regex.Pattern) : regex.Pattern);
        return Written(field, pattern, '/' + regex.Pattern + '/');
    }

    private QueryNode Written(FieldDefinition field, TermPattern? pattern, string text)
    {
        if (pattern is null)
        {
            return Unreadable();
        }

        InvertedField exact = _schema.Inverted(field, TermForm.Exact);
        _written.Add(new WrittenPattern(text, exact, pattern));
        return new PatternNode(exact, pattern, text);
    }

    private QueryNode? Fuzzy(FuzzyQuery fuzzy)
    {
        if (!TryField(fuzzy.Field, out FieldDefinition? field)
            || field.Kind is not (FieldKind.Text or FieldKind.Keyword))
        {
            return NoneNode.Instance;
        }

        // As in Lucene, a word of which all must agree is asked as it is.
        int edits = fuzzy.PrefixLength >= fuzzy.Text.Length ? 0 : Math.Clamp(fuzzy.MaxEdits, 0, 2);
        string text = string.Create(CultureInfo.InvariantCulture, $"{fuzzy.Text}~{edits}");
        InvertedField exact = _schema.Inverted(field, TermForm.Exact);
        if (field.Kind == FieldKind.Keyword)
        {
            return Written(field, TermPatterns.Fuzzy(fuzzy.Text, edits, fuzzy.PrefixLength), text);
        }

        List<PhraseAtom> places = [];
        foreach (PhraseAtom atom in _words.Atoms(fuzzy.Text, WordForm.Exact, hasVariants: false))
        {
            string word = _words.ExactForm(atom.Text!) ?? atom.Text!; // atoms of a text are words
            FuzzyPattern pattern = TermPatterns.Fuzzy(word, edits, fuzzy.PrefixLength);
            _written.Add(new WrittenPattern(text, exact, pattern));
            places.Add(PhraseAtom.Of(pattern));
        }

        return places switch
        {
            [] => null,
            [{ Pattern: FuzzyPattern pattern }] => new FuzzyNode(exact, pattern, text),
            _ => _words.Resolve(field, places, 0),
        };
    }

    private QueryNode Range(RangeQuery range) => TryField(range.Field, out FieldDefinition? field)
        ? Ranges.Range(field, range) ?? Unreadable()
        : NoneNode.Instance;

    private QueryNode? Boolean(BooleanQuery boolean)
    {
        var clauses = new List<NodeClause>(boolean.Clauses.Count);
        foreach (BooleanClause clause in boolean.Clauses)
        {
            if (Rewrite(clause.Query) is QueryNode node)
            {
                clauses.Add(new NodeClause(clause.Occur, node));
            }
        }

        if (clauses.Count == 0)
        {
            return null;
        }

        if (clauses.TrueForAll(clause => clause.Occur == Occur.MustNot))
        {
            // Only what must not be: everything else is meant. Lucene finds nothing here.
            clauses.Insert(0, new NodeClause(Occur.Must, new AllNode(0)));
        }

        return clauses is [{ Occur: not Occur.MustNot } only] ? only.Node : new BooleanNode(clauses);
    }

    private NoneNode Unreadable()
    {
        _met.Add(SearchLimit.Pattern);
        return NoneNode.Instance;
    }

    private bool TryField(string? name, [NotNullWhen(true)] out FieldDefinition? field)
    {
        field = name is null ? _schema.DefaultField : null;
        return field is not null || _schema.TryGetField(name!, out field); // not null behind the first test
    }
}
