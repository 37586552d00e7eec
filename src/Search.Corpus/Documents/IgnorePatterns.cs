using System.Text;
using System.Text.RegularExpressions;

namespace Search.Corpus.Documents;

/// <summary>
/// Patterns of <c>.searchignore</c>, one a line, as git reads them: <c>*</c> and <c>?</c> within a name, <c>**</c>
/// across folders, a slash at the end for folders only, a slash elsewhere ties to the root, <c>!</c> takes back; the
/// last pattern that matches decides.
/// </summary>
internal sealed class IgnorePatterns
{
    private readonly List<(Regex Pattern, bool IsFolderOnly, bool IsTakenBack)> _patterns = [];

    private IgnorePatterns()
    {
    }

    /// <summary>Reads patterns; a line that is no pattern is skipped.</summary>
    public static IgnorePatterns Parse(IEnumerable<string> lines)
    {
        IgnorePatterns result = new();
        foreach (string raw in lines)
        {
            string line = raw.Trim();
            if (line.Length is 0 or > 1000 || line[0] == '#')
            {
                continue;
            }

            bool isTakenBack = line[0] == '!';
            line = isTakenBack ? line[1..] : line;
            bool isFolderOnly = line.EndsWith('/');
            line = line.TrimEnd('/');
            bool isAnchored = line.Contains('/', StringComparison.Ordinal);
            line = line.TrimStart('/');
            if (line.Length > 0)
            {
                result._patterns.Add((Compile(line, isAnchored), isFolderOnly, isTakenBack));
            }
        }

        return result;
    }

    /// <summary>True where the entry is left out.</summary>
    /// <param name="relativePath">Path within the folder, with forward slashes.</param>
    /// <param name="isFolder">True for a folder.</param>
    public bool IsIgnored(string relativePath, bool isFolder)
    {
        bool isIgnored = false;
        foreach ((Regex pattern, bool isFolderOnly, bool isTakenBack) in _patterns)
        {
            if ((isFolder || !isFolderOnly) && pattern.IsMatch(relativePath))
            {
                isIgnored = !isTakenBack;
            }
        }

        return isIgnored;
    }

    private static Regex Compile(string glob, bool isAnchored)
    {
        StringBuilder regex = new(isAnchored ? @"\A" : @"(?:\A|/)");
        for (int i = 0; i < glob.Length; i++)
        {
            bool isDouble = glob[i] == '*' && i + 1 < glob.Length && glob[i + 1] == '*';
            if (isDouble)
            {
                i++;
                bool isWholeName = i + 1 < glob.Length && glob[i + 1] == '/';
                regex.Append(isWholeName ? "(?:.*/)?" : ".*");
                i += isWholeName ? 1 : 0;
                continue;
            }

            regex.Append(glob[i] switch { '*' => "[^/]*", '?' => "[^/]", _ => Regex.Escape(glob[i].ToString()) });
        }

        // Without backtracking, so that no pattern can hang on a long name.
        return new Regex(regex.Append(@"\z").ToString(), RegexOptions.NonBacktracking | RegexOptions.Singleline);
    }
}
