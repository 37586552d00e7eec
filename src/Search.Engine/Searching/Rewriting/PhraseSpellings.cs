using Search.Text.Compounds;

namespace Search.Engine.Searching.Rewriting;

/// <summary>
/// The ways to spell a word or phrase: neighbours with a hyphen between, or of which the first is a combining form, may
/// be
/// joined, and a word that begins with a combining form may be parted (<c>cyber-crime</c>, <c>cyber crime</c>,
/// <c>cybercrime</c>).
/// </summary>
internal static class PhraseSpellings
{
    /// <summary>Most spellings; the one as written is always among them.</summary>
    public const int MaxSpellings = 16;

    /// <summary>All spellings, the one as written first.</summary>
    public static IReadOnlyList<PhraseAtom[]> Of(IReadOnlyList<PhraseAtom> atoms)
    {
        if (!HasOthers(atoms))
        {
            return (PhraseAtom[][])[[.. atoms]]; // most words
        }

        List<PhraseAtom[]> spellings = [];
        Spell(atoms, 0, [], spellings);
        return spellings;
    }

    private static bool HasOthers(IReadOnlyList<PhraseAtom> atoms)
    {
        for (int i = 0; i < atoms.Count; i++)
        {
            if (atoms[i] is { Text: not null, HasVariants: true } atom
                && (atoms.Count > 1 || CombiningForms.TrySplit(atom.Exact, out _, out _)))
            {
                return true;
            }
        }

        return false;
    }

    private static void Spell(
        IReadOnlyList<PhraseAtom> atoms, int index, List<PhraseAtom> before, List<PhraseAtom[]> spellings)
    {
        if (spellings.Count == MaxSpellings)
        {
            return;
        }

        if (index == atoms.Count)
        {
            spellings.Add([.. before]);
            return;
        }

        PhraseAtom atom = atoms[index];
        Spell(atoms, index + 1, [.. before, atom], spellings);
        if (atom.Text is null || !atom.HasVariants)
        {
            return;
        }

        if (index + 1 < atoms.Count && Joined(atom, atoms[index + 1]) is PhraseAtom joined)
        {
            Spell(atoms, index + 2, [.. before, joined], spellings);
        }

        if (CombiningForms.TrySplit(atom.Exact, out ReadOnlySpan<char> first, out ReadOnlySpan<char> rest))
        {
            PhraseAtom head = Word(atom, first.ToString()) with { IsHyphenated = false };
            Spell(atoms, index + 1, [.. before, head, Word(atom, rest.ToString())], spellings);
        }
    }

    private static PhraseAtom? Joined(PhraseAtom first, PhraseAtom second)
    {
        if (second.Text is null || !second.HasVariants || first.Form != second.Form)
        {
            return null;
        }

        return first.IsHyphenated || CombiningForms.CanJoin(first.Exact, second.Exact)
            ? Word(second, first.Exact + second.Exact)
            : null;
    }

    private static PhraseAtom Word(PhraseAtom atom, string exact) => atom with { Text = exact, Exact = exact };
}
