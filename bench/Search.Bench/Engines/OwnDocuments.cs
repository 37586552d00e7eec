using System.Globalization;
using Search.Bench.Inputs;
using Search.Engine.Indexing;

namespace Search.Bench.Engines;

/// <summary>Reads prepared passages and fills documents of ours with them. Not safe for several threads.</summary>
internal sealed class OwnDocuments : IDisposable
{
    private readonly IndexShape _shape;
    private readonly IEnumerator<string> _texts;
    private readonly IEnumerator<string>? _others;
    private long _number;

    /// <summary>Opens the files that a shape needs.</summary>
    public OwnDocuments(PreparedPassages passages, IndexShape shape)
    {
        _shape = shape;
        string texts = shape == IndexShape.Product ? passages.RawPath : passages.TokensPath;
        string? others = shape switch
        {
            IndexShape.Product => passages.AboutPath,
            IndexShape.Stored => passages.RawPath,
            _ => null,
        };
        _texts = File.ReadLines(texts).GetEnumerator();
        _others = others is null ? null : File.ReadLines(others).GetEnumerator();
    }

    /// <summary>Fills a document with the next passage; false behind the last.</summary>
    public bool Next(IndexDocument document)
    {
        if (!_texts.MoveNext())
        {
            return false;
        }

        string other = _others is not null && _others.MoveNext() ? _others.Current : "";
        document.Clear();
        _ = document.Add(OwnSchemas.Text, _texts.Current);
        switch (_shape)
        {
            case IndexShape.Stored:
                _ = document.Add(OwnSchemas.Raw, other);
                break;
            case IndexShape.Labelled:
                AddLabels(document);
                break;
            case IndexShape.Product:
                AddLabels(document);
                AddFacts(document, other.Split('\t'));
                break;
            default:
                break;
        }

        _number++;
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _texts.Dispose();
        _others?.Dispose();
    }

    private void AddLabels(IndexDocument document)
    {
        foreach (string theme in Labels.ThemesOf(_number))
        {
            _ = document.Add(OwnSchemas.Theme, theme);
        }

        _ = document.Add(OwnSchemas.Issuer, Labels.IssuerOf(_number));
    }

    private void AddFacts(IndexDocument document, string[] about)
    {
        string number = _number.ToString(CultureInfo.InvariantCulture);
        _ = document.Add(OwnSchemas.Id, $"p{number}")
            .Add(OwnSchemas.Document, about[0])
            .Add(OwnSchemas.Title, about[2])
            .Add(OwnSchemas.Kind, "paragraph")
            .Add(OwnSchemas.Year, about[1])
            .Add(OwnSchemas.Number, _number, _number);
        if (int.TryParse(about[1], NumberStyles.None, CultureInfo.InvariantCulture, out int year) && year > 0)
        {
            _ = document.Add(
                OwnSchemas.Date, new DateOnly(year, 1, 1).DayNumber, new DateOnly(year, 12, 31).DayNumber);
        }
    }
}
