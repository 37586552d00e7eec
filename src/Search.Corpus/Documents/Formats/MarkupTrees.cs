using System.Xml;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Search.Corpus.Paragraphs.Markup;

namespace Search.Corpus.Documents.Formats;

/// <summary>Builds trees of bounded depth from HTML and XML; nothing outside the file is ever fetched.</summary>
internal static class MarkupTrees
{
    private const string XmlNamespaceDeclaration = "http://www.w3.org/2000/xmlns/";

    /// <summary>Parses HTML as browsers do.</summary>
    public static MarkupNode FromHtml(string text, CorpusOptions options, CancellationToken cancellationToken)
    {
        HtmlParser parser = new();
        cancellationToken.ThrowIfCancellationRequested();
        if (HtmlDepth.IsBeyond(text, options.MaxDepth * 4))
        {
            throw TooDeep(options);
        }

        using IDocument document = parser.ParseDocument(text);
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

    /// <summary>Parses XML. Document types are ignored, so no entity is expanded and none fetched.</summary>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public static MarkupNode FromXml(Stream stream, CorpusOptions options)
    {
        using XmlReader reader = XmlReader.Create(stream, SettingsOf(options));
        return Build(reader, options);
    }

    /// <summary>Parses XML from text.</summary>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public static MarkupNode FromXml(string text, CorpusOptions options)
    {
        using StringReader source = new(text);
        using XmlReader reader = XmlReader.Create(source, SettingsOf(options));
        return Build(reader, options);
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

    private static MarkupNode Build(XmlReader reader, CorpusOptions options)
    {
        MarkupNode root = new() { Name = "#document" };
        MarkupNode current = root;
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    if (reader.Depth > options.MaxDepth)
                    {
                        throw TooDeep(options);
                    }

                    MarkupNode node = ElementOf(reader);
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

    private static MarkupNode ElementOf(XmlReader reader)
    {
        bool isEmpty = reader.IsEmptyElement;
        MarkupNode node = new() { Name = reader.LocalName.ToLowerInvariant() };
        for (int i = 0; i < reader.AttributeCount; i++)
        {
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
