namespace Search.Corpus.Paragraphs.Markup;

/// <summary>An element or a text of a markup document, whatever parser it came from.</summary>
internal sealed class MarkupNode
{
    private Dictionary<string, string>? _attributes;
    private List<MarkupNode>? _children;

    /// <summary>Local name in lower case; empty for text.</summary>
    public string Name { get; init; } = "";

    /// <summary>Text; empty for elements.</summary>
    public string Text { get; init; } = "";

    /// <summary>Element around it; null at the root.</summary>
    public MarkupNode? Parent { get; private set; }

    /// <summary>True for text.</summary>
    public bool IsText => Name.Length == 0;

    /// <summary>What is in it.</summary>
    public IReadOnlyList<MarkupNode> Children => _children ?? (IReadOnlyList<MarkupNode>)[];

    /// <summary>True where it has text of its own beside elements.</summary>
    public bool IsMixed { get; private set; }

    /// <summary>Adds a child.</summary>
    public void Add(MarkupNode child)
    {
        (_children ??= []).Add(child);
        child.Parent = this;
        IsMixed |= child.IsText && !string.IsNullOrWhiteSpace(child.Text);
    }

    /// <summary>Sets an attribute by its local name in lower case.</summary>
    public void Set(string name, string value) => (_attributes ??= new(StringComparer.Ordinal))[name] = value;

    /// <summary>Value of an attribute; empty where it is missing.</summary>
    public string this[string attribute] => _attributes?.GetValueOrDefault(attribute) ?? "";

    /// <summary>True with the attribute, whatever its value.</summary>
    public bool Has(string attribute) => _attributes?.ContainsKey(attribute) == true;

    /// <summary>All nodes below it, in document order.</summary>
    public IEnumerable<MarkupNode> Descendants()
    {
        Stack<MarkupNode> pending = new([this]);
        while (pending.TryPop(out MarkupNode? node))
        {
            if (node != this)
            {
                yield return node;
            }

            for (int i = node.Children.Count - 1; i >= 0; i--)
            {
                pending.Push(node.Children[i]);
            }
        }
    }

    /// <summary>Length of all text below it, blanks at the ends of each piece left out.</summary>
    public int TextLength() => Descendants().Where(node => node.IsText).Sum(node => node.Text.AsSpan().Trim().Length);

    /// <summary>All text below it.</summary>
    public string AllText() => string.Concat(Descendants().Where(node => node.IsText).Select(node => node.Text));
}
