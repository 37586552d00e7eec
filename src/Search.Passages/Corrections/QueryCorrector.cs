using System.Text;
using Search.Engine.Searching;
using Search.Queries.Trees;
using Search.Text.Analysis;

namespace Search.Passages.Corrections;

/// <summary>
/// Finds the query that was most likely meant: with words of the index in the place of those that it lacks, parted or
/// joined where that helps, and with at least one hit.
/// </summary>
/// <param name="vocabulary">The words of the index.</param>
/// <param name="hasHits">Whether a query string has hits.</param>
internal sealed class QueryCorrector(Vocabulary vocabulary, Func<string, bool> hasHits)
{
    private const int MaxWords = 4;
    private const int MaxTries = 16;
    private const double CostOfJoin = 2;

    /// <summary>The query that was meant; null where there is none, or nothing to correct.</summary>
    /// <param name="input">The query as written.</param>
    /// <param name="query">Its tree.</param>
    /// <param name="hasNothing">Whether it found nothing, so that words that the index has may be wrong too.</param>
    public string? Find(string input, Query query, bool hasNothing)
    {
        if (!hasNothing && !HasAlternatives(query))
        {
            // All of it was found: the index lacks none of its words.
            return null;
        }

        IReadOnlySet<string> asked = AskedWords.Of(query);
        List<(int Start, int End, string Word)> words = Words(input, asked);
        string[] unknown =
        [
            .. words.Select(word => word.Word).Distinct().Where(word => !vocabulary.Knows(word)).Take(MaxWords),
        ];
        if (unknown.Length == 0 && !hasNothing)
        {
            return null;
        }

        List<Correction> joins = Joins(input, words, unknown);
        var corrections = new WordCorrections(vocabulary);
        Dictionary<string, Correction[]> byWord = (unknown.Length > 0 ? unknown : [.. asked.Take(MaxWords)])
            .ToDictionary(word => word, word => Corrections(words, word, corrections), StringComparer.Ordinal);
        IEnumerable<List<Correction>> tries = unknown.Length > 0
            ? Together([.. byWord.Values])
            : byWord.Values.SelectMany(each => each).GroupBy(each => each.Text).Select(group => group.ToList());
        return joins.Select(join => new List<Correction> { join }).Concat(tries)
            .OrderByDescending(all => all.Sum(each => each.Likelihood))
            .Take(MaxTries)
            .Select(all => Apply(input, all))
            .Distinct(StringComparer.Ordinal)
            .FirstOrDefault(corrected => corrected != input && hasHits(corrected));
    }

    private static bool HasAlternatives(Query query) => query is BooleanQuery boolean
        && boolean.Clauses.Any(clause => clause.Occur == Occur.Should || HasAlternatives(clause.Query));

    private static List<(int Start, int End, string Word)> Words(string input, IReadOnlySet<string> asked)
    {
        var tokens = new TokenBuffer();
        Analyzers.English.Analyze(input, tokens);
        List<(int Start, int End, string Word)> words = [];
        for (int i = 0; i < tokens.Count; i++)
        {
            string word = Encoding.UTF8.GetString(tokens.Exact(i));
            bool isPattern = (tokens[i].End < input.Length && input[tokens[i].End] is '*' or '?' or '~' or '!' or ':')
                || (tokens[i].Start > 0 && input[tokens[i].Start - 1] is '*' or '?');
            if (asked.Contains(word) && !isPattern)
            {
                words.Add((tokens[i].Start, tokens[i].End, word));
            }
        }

        return words;
    }

    /// <summary>Neighbours that the index has as one word, where it lacks one of the two.</summary>
    private List<Correction> Joins(
        string input, List<(int Start, int End, string Word)> words, string[] unknown)
    {
        List<Correction> joins = [];
        for (int i = 1; i < words.Count; i++)
        {
            (int start, int end, string first) = words[i - 1];
            (int nextStart, int nextEnd, string second) = words[i];
            bool isNeighbour = input[end..nextStart] == " "
                && (unknown.Length == 0 || unknown.Contains(first) || unknown.Contains(second));
            if (isNeighbour && vocabulary.DocFrequency(first + second) is int frequency and > 0)
            {
                joins.Add(new Correction(start, nextEnd, first + second, Math.Log(frequency) - CostOfJoin));
            }
        }

        return joins;
    }

    private static Correction[] Corrections(
        List<(int Start, int End, string Word)> words, string word, WordCorrections corrections) =>
    [
        .. corrections.Of(word).SelectMany(correction => words.Where(each => each.Word == word)
            .Select(each => new Correction(each.Start, each.End, correction.Text, correction.Likelihood))),
    ];

    /// <summary>Every word corrected, each in one of its ways.</summary>
    private static IEnumerable<List<Correction>> Together(List<Correction[]> words)
    {
        IEnumerable<List<Correction>> all = [[]];
        foreach (Correction[] word in words)
        {
            if (word.Length == 0)
            {
                return [];
            }

            IGrouping<string, Correction>[] ways = [.. word.GroupBy(each => each.Text)];
            all = [.. all.SelectMany(_ => ways, (before, way) => new List<Correction>([.. before, .. way]))];
        }

        return all;
    }

    private static string Apply(string input, List<Correction> corrections)
    {
        string corrected = input;
        foreach (Correction correction in corrections.OrderByDescending(each => each.Start))
        {
            corrected = string.Concat(
                corrected.AsSpan(0, correction.Start), correction.Text, corrected.AsSpan(correction.End));
        }

        return corrected;
    }
}
