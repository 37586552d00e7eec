using System.Collections.Frozen;
using System.Xml;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Search.Corpus.Paragraphs.Markup;

namespace Search.Corpus.Documents.Formats;

/// <summary>Builds trees of bounded depth from HTML and XML; nothing outside the file is ever fetched.</summary>
internal static class MarkupTrees
{
    // What tells the role of an element; pages carry many others.
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> KeptAttributes =
        FrozenSet.ToFrozenSet(
            [
                "class", "id", "role", "style", "hidden", "aria-hidden", "lang", "name", "property", "content",
                "outline-level", "type", "start", "value", "dir", "datetime",
            ],
            StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private const string XmlNamespaceDeclaration = "http://www.w3.org/2000/xmlns/";

    /// <summary>Parses HTML as browsers do.</summary>
    public static MarkupNode FromHtml(string text, FileContent file)
    {
        CorpusOptions options = file.Options;
        if (HtmlDepth.IsBeyond(text, options.MaxDepth * 4))
        {
            throw TooDeep(options);
        }

        HtmlParser parser = new(ParserOptionsOf(file));
        using IDocument document = parser.ParseDocument(text.AsMemory());
        MarkupNode root = new() { Name = "html" };
        Stack<(INode Source, MarkupNode Target, int Depth)> pending = new();
        if (document.DocumentElement is null)
        {
            return root;
        }

        foreach (IAttr attribute in document.DocumentElement.Attributes)
        {
            root.Set(attribute.LocalName.ToLowerInvariant(), attribute.Value);
        }

        pending.Push((document.DocumentElement, root, 0));
        while (pending.TryPop(out (INode Source, MarkupNode Target, int Depth) next))
        {
            if (next.Depth > options.MaxDepth)
            {
                throw TooDeep(options);
            }

            foreach (INode child in next.Source.ChildNodes)
            {
                file.Nodes.Take();
                if (child is IText or ICharacterData { NodeType: NodeType.CharacterData })
                {
                    next.Target.Add(new MarkupNode { Text = child.TextContent });
                }
                else if (child is IElement element)
                {
                    MarkupNode node = new() { Name = element.LocalName.ToLowerInvariant() };
                    foreach (IAttr attribute in element.Attributes)
                    {
                        node.Set(attribute.LocalName.ToLowerInvariant(), attribute.Value);
                    }

                    next.Target.Add(node);
                    pending.Push((element, node, next.Depth + 1));
                }
            }
        }

        return root;
    }

    // Parsers of HTML know no limits but of depth: at each element the clock is looked at, and what was allocated.
    private static HtmlParserOptions ParserOptionsOf(FileContent file)
    {
        long most = file.Options.MaxParserMemoryBytes;
        long before = GC.GetAllocatedBytesForCurrentThread();
        NodeBudget created = new(file.Options.MaxNodes, file.Cancellation);
        return new HtmlParserOptions
        {
            DisableElementPositionTracking = true,
            SkipComments = true,
            SkipScriptText = true,
            SkipProcessingInstructions = true,
            MaximumDepth = file.Options.MaxDepth * 4,
            ShouldEmitAttribute = (ref _, name) => KeptAttributes.Contains(name.Span),
            OnCreated = (_, _) =>
            {
                created.Take();
                if (GC.GetAllocatedBytesForCurrentThread() - before > most)
                {
                    throw new ReadException(ReasonCodes.TooLarge, $"parsing takes more than {most} bytes of memory");
                }
            },
        };
    }

    /// <summary>Parses XML. Document types are ignored, so no entity is expanded and none fetched.</summary>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public static MarkupNode FromXml(Stream stream, FileContent file)
    {
        using XmlReader reader = XmlReader.Create(stream, SettingsOf(file.Options));
        return Build(reader, file);
    }

    /// <summary>Parses XML from text.</summary>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public static MarkupNode FromXml(string text, FileContent file)
    {
        using StringReader source = new(text);
        using XmlReader reader = XmlReader.Create(source, SettingsOf(file.Options));
        return Build(reader, file);
    }

    /// <summary>Settings under which all XML is read.</summary>
    public static XmlReaderSettings SettingsOf(CorpusOptions options) => new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersFromEntities = 1024,
        MaxCharactersInDocument = options.MaxArchiveBytes,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };

    private static MarkupNode Build(XmlReader reader, FileContent file)
    {
        int maxDepth = file.Options.MaxDepth;
        MarkupNode root = new() { Name = "#document" };
        MarkupNode current = root;
        while (reader.Read())
        {
            file.Nodes.Take();
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader.Depth > maxDepth)
                    {
                        throw TooDeep(file.Options);
                    }

                    MarkupNode node = ElementOf(reader, file.Nodes);
                    current.Add(node);
                    current = reader.IsEmptyElement ? current : node;
                    break;
                case XmlNodeType.EndElement:
                    current = current.Parent ?? root;
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA:
                case XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    current.Add(new MarkupNode { Text = reader.Value });
                    break;
            }
        }

        return root;
    }

    private static MarkupNode ElementOf(XmlReader reader, NodeBudget nodes)
    {
        bool isEmpty = reader.IsEmptyElement;
        MarkupNode node = new() { Name = reader.LocalName.ToLowerInvariant() };
        for (int i = 0; i < reader.AttributeCount; i++)
        {
            nodes.Take();
            reader.MoveToAttribute(i);
            if (reader.NamespaceURI != XmlNamespaceDeclaration)
            {
                node.Set(reader.LocalName.ToLowerInvariant(), reader.Value);
            }
        }

        reader.MoveToElement();
        System.Diagnostics.Debug.Assert(isEmpty == reader.IsEmptyElement, "moving among attributes keeps the element");
        return node;
    }

    private static ReadException TooDeep(CorpusOptions options) =>
        new(ReasonCodes.TooDeep, $"elements are nested deeper than {options.MaxDepth}");
}
