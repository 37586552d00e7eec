using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Search.Corpus.Paragraphs.Markup;

/// <summary>
/// Roles of elements by name and class: HTML, the EU's Formex and XHTML, Akoma Ntoso, OpenDocument, and for
/// vocabularies nobody foresaw by whether an element stands amid text.
/// </summary>
internal static partial class MarkupRoles
{
    private const int MostKnownClasses = 1024;
    private const int LongestKnownClasses = 100;
    private static readonly FrozenDictionary<string, MarkupRole> ByName = Build();
    private static readonly ConcurrentDictionary<(string Classes, bool IsParagraph), MarkupRole> KnownClasses = new();

    private static readonly FrozenSet<string> Leaves = Names(
        "p alinea txt heading subheading crossheading h h1 h2 h3 h4 h5 h6 ti.art sti.art num no.p no.parag dt dd td th"
        + " figcaption caption note-citation");

    /// <summary>Role of an element.</summary>
    public static MarkupRole Of(MarkupNode node)
    {
        if (ByName.TryGetValue(node.Name, out MarkupRole role))
        {
            return role == MarkupRole.Block || role == MarkupRole.Inline ? ByClass(node, role) : role;
        }

        bool isAmidText = node.Parent is MarkupNode parent && (parent.IsMixed || Leaves.Contains(parent.Name)
            || (parent.Parent is not null && ByName.ContainsKey(parent.Name) && Of(parent) == MarkupRole.Inline));
        return isAmidText ? MarkupRole.Inline : MarkupRole.Block;
    }

    /// <summary>Level of a heading, from 1.</summary>
    public static int LevelOf(MarkupNode node)
    {
        if (node.Name.Length == 2 && node.Name[0] == 'h' && char.IsAsciiDigit(node.Name[1]))
        {
            return node.Name[1] - '0';
        }

        if (int.TryParse(node["outline-level"], out int level))
        {
            return Math.Clamp(level, 1, 9);
        }

        string name = node.Name + " " + node["class"];
        bool isSub = name.Contains("sti", StringComparison.Ordinal) || name.Contains("-2", StringComparison.Ordinal);
        bool isArticle = name.Contains("art", StringComparison.Ordinal);
        bool isDocument = name.Contains("doc", StringComparison.OrdinalIgnoreCase);
        int depth = isDocument ? 1 : isArticle ? 5 : 3;
        return node.Name == "heading" ? 2 + Math.Min(6, Depth(node) / 2) : isSub ? depth + 1 : depth;
    }

    private static MarkupRole ByClass(MarkupNode node, MarkupRole role)
    {
        string classes = node["class"];
        if (node.Has("hidden") || node["aria-hidden"] == "true" || IsHiddenStyle(node["style"]))
        {
            return MarkupRole.Skip;
        }

        if (classes.Length == 0 || role == MarkupRole.Inline)
        {
            return role;
        }

        bool isParagraph = node.Name == "p";
        MarkupRole said = RoleOfClasses(classes, isParagraph);
        bool mayBeNote = isParagraph || node.Name is "div" or "aside" or "li";
        return said == MarkupRole.Block || (said == MarkupRole.Note && !mayBeNote) ? role : said;
    }

    // Documents use the same few classes over and over.
    private static MarkupRole RoleOfClasses(string classes, bool isParagraph)
    {
        if (KnownClasses.TryGetValue((classes, isParagraph), out MarkupRole known))
        {
            return known;
        }

        MarkupRole role = isParagraph && Arrow().IsMatch(classes) ? MarkupRole.Skip
            : isParagraph && TitleClass().IsMatch(classes) ? MarkupRole.Heading
            : NoteClass().IsMatch(classes) ? MarkupRole.Note
            : SignatureClass().IsMatch(classes) ? MarkupRole.Signature
            : isParagraph && OtherClass().IsMatch(classes) ? MarkupRole.Other
            : MarkupRole.Block;
        if (KnownClasses.Count < MostKnownClasses && classes.Length < LongestKnownClasses)
        {
            KnownClasses[(classes, isParagraph)] = role;
        }

        return role;
    }

    private static bool IsHiddenStyle(string style) => style.Length > 0 && HiddenStyle().IsMatch(style);

    private static int Depth(MarkupNode node)
    {
        int depth = 0;
        for (MarkupNode? parent = node.Parent; parent is not null; parent = parent.Parent)
        {
            depth++;
        }

        return depth;
    }

    private static FrozenDictionary<string, MarkupRole> Build()
    {
        Dictionary<string, MarkupRole> roles = new(StringComparer.Ordinal);
        Add(MarkupRole.Inline,
            "a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span"
            + " strike strong sub sup time tt u var wbr ht date ref ref.doc.oj ie ft quot.start quot.end term def "
            + "inline mod"
            + " docnumber doctitle docauthority docdate docstatus docproponent docpurpose role person organization "
            + "location"
            + " concept quotedtext noteref eol emphasis placeholder soft-page-break bookmark bookmark-start "
            + "bookmark-end"
            + " tab");
        Add(MarkupRole.Block,
            "html body main article section div p blockquote ul ol dl dt dd figure figcaption fieldset"
            + " details summary address header footer center hgroup caption tr td th tbody thead tfoot tgroup row "
            + "entry cell"
            + " alinea np txt parag list point intro content preamble mainbody paragraph subparagraph chapter part "
            + "title"
            + " tblock blockcontainer container longtitle recital recitals citation citations formula coverpage "
            + "conclusions"
            + " table-row table-cell list list-header text office doc act bill statement gr.seq consid visa gr.visa"
            + " gr.consid division enacting.terms note-body");
        Add(MarkupRole.Skip,
            "script style noscript template head nav aside form button select option input textarea iframe"
            + " object embed svg math audio video canvas map area dialog meta identification bib.instance bib.data "
            + "fam.comp"
            + " info.consleg info.prod inclusions tracked-changes annotation office-settings sequence-decls forms"
            + " incl.element link changed-region instrtext fallback delinstrtext deltext table-of-content-source");
        Add(MarkupRole.Heading, "h h1 h2 h3 h4 h5 h6 heading subheading crossheading ti sti ti.art sti.art");
        Add(MarkupRole.Item, "li item list-item point indent");
        Add(MarkupRole.Note, "authorialnote note footnote endnote");
        Add(MarkupRole.Number, "num no.p no.parag no.item no.gr.seq note-citation");
        Add(MarkupRole.Table, "table tbl");
        Add(MarkupRole.Break, "br hr line-break");
        Add(MarkupRole.Signature, "signature signatory");
        Add(MarkupRole.Preformatted, "pre listing");
        return roles.ToFrozenDictionary(StringComparer.Ordinal);

        void Add(MarkupRole role, string names)
        {
            foreach (string name in names.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                roles[name] = role;
            }
        }
    }

    private static FrozenSet<string> Names(string names) =>
        names.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"display\s*:\s*none|visibility\s*:\s*hidden", RegexOptions.IgnoreCase)]
    private static partial Regex HiddenStyle();

    [GeneratedRegex(@"(?:^|\s)(?:arrow|modref|page-?number|visually-?hidden|sr-only|screen-reader-text)(?:\s|$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Arrow();

    [GeneratedRegex(@"(?:^|\s)(?:oj-)?(?:s?title(?:-[\w-]+)?|doc-ti|s?ti-[\w-]+|heading\d?|subtitle)(?:\s|$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex TitleClass();

    [GeneratedRegex(@"(?:^|\s)(?:oj-note|(?:foot|end)notes?(?:-text|-item)?|note-text)(?:\s|$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex NoteClass();

    [GeneratedRegex(@"(?:^|\s)(?:oj-)?signator(?:y|ies)(?:\s|$)", RegexOptions.IgnoreCase)]
    private static partial Regex SignatureClass();

    [GeneratedRegex(@"(?:^|\s)(?:oj-hd-\w+|reference|disclaimer|hd-modifiers|byline|dateline|caption)(?:\s|$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex OtherClass();
}
