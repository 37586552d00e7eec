using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace Search.Engine.Searching;

/// <summary>
/// What a hit was ordered by: the value of each sort key and, for ties, its address. Written as text by
/// <see cref="ToString"/> and read by <see cref="TryParse"/>; of use with the same snapshot and the same search alone.
/// </summary>
public sealed record SortValues
{
    private readonly float _score;
    private IReadOnlyList<SortValue>? _values;

    /// <summary>Makes values.</summary>
    /// <param name="values">A value a sort key.</param>
    /// <param name="address">The document.</param>
    public SortValues(IReadOnlyList<SortValue> values, DocAddress address)
    {
        ArgumentNullException.ThrowIfNull(values);
        _values = values;
        Address = address;
    }

    /// <summary>The values of a hit that was ordered by its score alone: written out when somebody asks.</summary>
    internal SortValues(float score, DocAddress address)
    {
        _score = score;
        Address = address;
    }

    /// <summary>A value a sort key.</summary>
    public IReadOnlyList<SortValue> Values => _values ??= [SortValue.OfScore(_score)];

    /// <summary>The document.</summary>
    public DocAddress Address { get; }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out SortValues? values)
    {
        ArgumentNullException.ThrowIfNull(text);
        values = null;
        string[] parts = text.Split('.');
        if (parts.Length < 2
            || !TryInteger(parts[0], out long segment)
            || !TryInteger(parts[1], out long docId)
            || segment is < 0 or > int.MaxValue
            || docId is < 0 or > int.MaxValue)
        {
            return false;
        }

        var read = new SortValue[parts.Length - 2];
        for (int i = 0; i < read.Length; i++)
        {
            if (!TryValue(parts[i + 2], out read[i]))
            {
                return false;
            }
        }

        values = new SortValues(read, new DocAddress((int)segment, (int)docId));
        return true;
    }

    /// <summary>The values as ASCII text of letters, digits, <c>-</c>, <c>_</c> and <c>.</c>.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{Address.Segment}.{Address.DocId}");
        foreach (SortValue value in Values)
        {
            text.Append('.');
            if (value.IsMissing)
            {
                text.Append('m');
            }
            else if (value.Text is not null)
            {
                string base64 = Convert.ToBase64String(Encoding.UTF8.GetBytes(value.Text));
                text.Append('t').Append(base64.TrimEnd('=').Replace('+', '-').Replace('/', '_'));
            }
            else if (value.Number != 0)
            {
                text.Append(CultureInfo.InvariantCulture, $"n{value.Number}");
            }
            else
            {
                text.Append(CultureInfo.InvariantCulture, $"s{BitConverter.SingleToInt32Bits((float)value.Score)}");
            }
        }

        return text.ToString();
    }

    /// <inheritdoc/>
    public bool Equals(SortValues? other) =>
        other is not null && Address == other.Address && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => Address.GetHashCode();

    private static bool TryInteger(ReadOnlySpan<char> text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static bool TryValue(string text, out SortValue value)
    {
        value = SortValue.Missing;
        switch (text.Length == 0 ? ' ' : text[0])
        {
            case 'm':
                return text.Length == 1;
            case 'n' when TryInteger(text.AsSpan(1), out long number):
                value = SortValue.OfNumber(number);
                return true;
            case 's' when TryInteger(text.AsSpan(1), out long bits) && bits is >= int.MinValue and <= int.MaxValue:
                value = SortValue.OfScore(BitConverter.Int32BitsToSingle((int)bits));
                return true;
            case 't':
                return TryText(text[1..], out value);
            default:
                return false;
        }
    }

    private static bool TryText(string text, out SortValue value)
    {
        string base64 = text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '=');
        var bytes = new byte[base64.Length];
        bool isText = Convert.TryFromBase64String(base64, bytes, out int length);
        value = isText ? SortValue.OfText(Encoding.UTF8.GetString(bytes, 0, length)) : SortValue.Missing;
        return isText;
    }
}
