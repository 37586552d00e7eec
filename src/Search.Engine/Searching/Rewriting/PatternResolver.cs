using System.Text;
using Search.Engine.Matching.Automata;
using Search.Queries.Trees;
using Search.Text.Analysis;
using Search.Text.Folding;

namespace Search.Engine.Searching.Rewriting;

/// <summary>
/// Reads wildcard patterns over words: a pattern is folded as words are, and broken where the analyzer would break a
/// word
/// in its place, so that <c>cyber-crim*</c> asks for two neighbours.
/// </summary>
internal sealed class PatternResolver(WordResolver words)
{
    /// <summary>The places of a pattern; empty where nothing is asked, null where a part is too long.</summary>
    /// <param name="pattern"><c>*</c> any characters, <c>?</c> one; a backslash takes the next character as
    /// itself.</param>
    public List<PhraseAtom>? Atoms(string pattern)
    {
        (string probe, List<(char Character, bool IsLiteral)> parts) = Probe(pattern);
        TokenBuffer tokens = words.Tokens;
        words.Breaker.Analyze(probe, tokens);
        var places = new (int Start, int End)[tokens.Count];
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = (tokens[i].Start, tokens[i].End);
        }

        List<PhraseAtom> atoms = [];
        foreach ((int start, int end) in places)
        {
            List<(char Character, bool IsLiteral)> part = parts[start..end];
            if (part.TrueForAll(character => character.IsLiteral))
            {
                atoms.Add(new PhraseAtom(probe[start..end], null, WordForm.Exact, false, false, null));
            }
            else if (part is [('*', false)])
            {
                atoms.Add(PhraseAtom.Gap);
            }
            else if (TermPatterns.Wildcard(Folded(part)) is TermPattern words)
            {
                atoms.Add(PhraseAtom.Of(words));
            }
            else
            {
                return null;
            }
        }

        return atoms;
    }

    /// <summary>The pattern as a word might look that fits it, character by character.</summary>
    private static (string Probe, List<(char Character, bool IsLiteral)> Parts) Probe(string pattern)
    {
        var probe = new StringBuilder();
        List<(char Character, bool IsLiteral)> parts = [];
        for (int i = 0; i < pattern.Length; i++)
        {
            bool isEscaped = pattern[i] == '\\' && i + 1 < pattern.Length;
            i += isEscaped ? 1 : 0;
            bool isLiteral = isEscaped || pattern[i] is not ('*' or '?');
            parts.Add((pattern[i], isLiteral));
            probe.Append(isLiteral ? pattern[i] : 'x');
        }

        return (probe.ToString(), parts);
    }

    private string Folded(List<(char Character, bool IsLiteral)> part)
    {
        var pattern = new StringBuilder();
        for (int i = 0; i < part.Count;)
        {
            if (!part[i].IsLiteral)
            {
                pattern.Append(part[i].Character);
                i++;
                continue;
            }

            int start = i;
            while (i < part.Count && part[i].IsLiteral)
            {
                i++;
            }

            string text = string.Concat(part[start..i].Select(character => character.Character));
            foreach (char character in words.Folds ? WordFolding.Fold(text) : text)
            {
                pattern.Append(character is '*' or '?' or '\\' ? "\\" : string.Empty).Append(character);
            }
        }

        return pattern.ToString();
    }
}
