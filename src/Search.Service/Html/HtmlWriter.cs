using System.Diagnostics;
using System.Text;

namespace Search.Service.Html;

/// <summary>
/// Writes HTML elements. All text and every attribute value is encoded, there is no way round it; tags and attribute
/// names are the program's own words. Elements nest: what was started last is ended first.
/// </summary>
internal sealed class HtmlWriter
{
    private readonly StringBuilder _out = new(16 * 1024);
    private readonly Stack<string> _open = new();

    /// <summary>Writes the document type.</summary>
    public HtmlWriter Doctype()
    {
        _out.Append("<!doctype html>\n");
        return this;
    }

    /// <summary>
    /// Starts an element. An attribute whose value is null is left out; an empty one is written bare.
    /// </summary>
    public HtmlWriter Start(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        WriteTag(tag, attributes);
        _open.Push(tag);
        return this;
    }

    /// <summary>Writes an element that has no content, such as <c>input</c>.</summary>
    public HtmlWriter Void(string tag, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        WriteTag(tag, attributes);
        return this;
    }

    /// <summary>Writes an element that holds text alone.</summary>
    public HtmlWriter Leaf(string tag, string? text, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        WriteTag(tag, attributes);
        Text(text);
        _out.Append("</").Append(tag).Append('>');
        return this;
    }

    /// <summary>Ends the element that was started last.</summary>
    /// <param name="tag">Its name, so that the code reads well and a slip is caught in Debug.</param>
    public HtmlWriter End(string tag)
    {
        string open = _open.Pop();
        Debug.Assert(open == tag, $"<{open}> is ended as </{tag}>.");
        _out.Append("</").Append(open).Append('>');
        return this;
    }

    /// <summary>Writes text.</summary>
    public HtmlWriter Text(string? text) => Text(text.AsSpan());

    /// <summary>Writes text.</summary>
    public HtmlWriter Text(ReadOnlySpan<char> text)
    {
        HtmlText.Append(_out, text);
        return this;
    }

    /// <summary>Writes a line end, for those who read the source.</summary>
    public HtmlWriter Line()
    {
        _out.Append('\n');
        return this;
    }

    /// <summary>What was written; every element must have been ended.</summary>
    public override string ToString()
    {
        Debug.Assert(_open.Count == 0, "An element was not ended.");
        return _out.ToString();
    }

    private void WriteTag(string tag, ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        _out.Append('<').Append(tag);
        foreach ((string name, string? value) in attributes)
        {
            if (value is null)
            {
                continue;
            }

            _out.Append(' ').Append(name);
            if (value.Length > 0)
            {
                _out.Append("=\"");
                HtmlText.Append(_out, value);
                _out.Append('"');
            }
        }

        _out.Append('>');
    }
}
