using System.Text;

namespace Search.Corpus.Paragraphs.Markup;

/// <summary>An element or a text of a markup document, whatever parser it came from.</summary>
internal sealed class MarkupNode
{
    private List<(string Name, string Value)>? _attributes;
    private List<MarkupNode>? _children;
    private int _textLength = -1;

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

    /// <summary>True for an element without elements in it.</summary>
    public bool IsLeaf => !IsText && _children?.Exists(child => !child.IsText) != true;

    /// <summary>Takes children out of the tree.</summary>
    public void Remove(Predicate<MarkupNode> isOut) => _children?.RemoveAll(isOut);

    /// <summary>Sets an attribute by its local name in lower case; the first of a name counts.</summary>
    public void Set(string name, string value) => (_attributes ??= []).Add((name, value));

    /// <summary>Value of an attribute; empty where it is missing.</summary>
    public string this[string attribute]
    {
        get
        {
            foreach ((string name, string value) in _attributes ?? [])
            {
                if (name == attribute)
                {
                    return value;
                }
            }

            return "";
        }
    }

    /// <summary>True with the attribute, whatever its value.</summary>
    public bool Has(string attribute) => _attributes?.Exists(pair => pair.Name == attribute) == true;

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

    /// <summary>
    /// Length of all text below it as the tree was when first asked, blanks at the ends of each piece left out.
    /// </summary>
    public int TextLength()
    {
        if (_textLength < 0)
        {
            _textLength = IsText ? Text.AsSpan().Trim().Length : 0;
            foreach (MarkupNode child in _children ?? [])
            {
                _textLength += child.TextLength();
            }
        }

        return _textLength;
    }

    /// <summary>All text below it.</summary>
    public string AllText()
    {
        if (_children is null || (_children.Count == 1 && _children[0].IsText))
        {
            return _children?[0].Text ?? Text;
        }

        StringBuilder text = new();
        AddText(text);
        return text.ToString();
    }

    // Recursive: the depth of the tree was bounded when it was built.
    private void AddText(StringBuilder text)
    {
        text.Append(Text);
        foreach (MarkupNode child in _children ?? [])
        {
            child.AddText(text);
        }
    }
}
