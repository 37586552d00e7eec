using System.Buffers;
using System.Text.Json;
using Search.Queries.Parsing;
using Search.Queries.Printing;
using Search.Queries.Trees;

namespace Search.Passages.Json;

/// <summary>
/// Writes a query tree as JSON: an object a node, its <c>type</c> first. What lies deeper than readers of JSON commonly
/// follow is given as the string that it is written as.
/// </summary>
/// <param name="json">Where to.</param>
/// <param name="options">How the query was read.</param>
internal sealed class QueryTreeJson(Utf8JsonWriter json, QueryOptions options)
{
    /// <summary>Two levels of JSON each, within the 64 that .NET's own reader takes unless told otherwise.</summary>
    private const int MaxDepth = 25;

    /// <summary>The JSON of a tree.</summary>
    public static JsonElement Of(Query query, QueryOptions options)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            new QueryTreeJson(json, options).Write(query, 0);
            json.WriteEndObject();
        }

        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    private void Write(Query query, int depth)
    {
        if (depth == MaxDepth)
        {
            json.WriteString("type", "query");
            json.WriteString("text", QueryPrinter.Print(query, options));
            return;
        }

        switch (query)
        {
            case BooleanQuery boolean:
                WriteBoolean(boolean, depth);
                break;
            case BoostQuery boost:
                json.WriteString("type", "boost");
                json.WriteNumber("boost", boost.Boost);
                WriteChild("query", boost.Inner, depth);
                break;
            case ConstantScoreQuery constant:
                json.WriteString("type", "constant_score");
                json.WriteNumber("score", constant.Score);
                WriteChild("query", constant.Inner, depth);
                break;
            case NearQuery near:
                json.WriteString("type", "near");
                json.WriteNumber("distance", near.Distance);
                json.WriteBoolean("is_ordered", near.IsOrdered);
                WriteChildren("operands", near.Operands, depth);
                break;
            case WithinQuery within:
                json.WriteString("type", "within");
                json.WriteString("unit", within.Unit == TextUnit.Sentence ? "sentence" : "paragraph");
                WriteChildren("operands", within.Operands, depth);
                break;
            case SynonymQuery synonym:
                json.WriteString("type", "synonyms");
                WriteChild("query", synonym.Written, depth);
                WriteTexts("also", synonym.Also);
                break;
            default:
                new QueryLeafJson(json).Write(query);
                break;
        }
    }

    private void WriteBoolean(BooleanQuery boolean, int depth)
    {
        json.WriteString("type", "boolean");
        json.WriteStartArray("clauses");
        foreach (BooleanClause clause in boolean.Clauses)
        {
            json.WriteStartObject();
            json.WriteString("occur", clause.Occur switch
            {
                Occur.Must => "must",
                Occur.Should => "should",
                _ => "must_not",
            });
            Write(clause.Query, depth + 1);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteChildren(string name, QueryList<Query> children, int depth)
    {
        json.WriteStartArray(name);
        foreach (Query child in children)
        {
            json.WriteStartObject();
            Write(child, depth + 1);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteChild(string name, Query child, int depth)
    {
        json.WriteStartObject(name);
        Write(child, depth + 1);
        json.WriteEndObject();
    }

    private void WriteTexts(string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
