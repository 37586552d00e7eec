namespace Search.Engine.Searching;

/// <summary>The value of one sort key of a hit: a score, a number, a text, or none.</summary>
public readonly record struct SortValue : IComparable<SortValue>
{
    private SortValue(double number, long integer, string? text, bool isMissing)
    {
        Score = number;
        Number = integer;
        Text = text;
        IsMissing = isMissing;
    }

    /// <summary>The score, where the key is the score.</summary>
    public double Score { get; }

    /// <summary>The lower end, where the key is an interval field.</summary>
    public long Number { get; }

    /// <summary>The value, where the key is a keyword field.</summary>
    public string? Text { get; }

    /// <summary>Whether the document lacks a value.</summary>
    public bool IsMissing { get; }

    /// <summary>No value.</summary>
    public static SortValue Missing { get; } = new(0, 0, null, true);

    /// <summary>A score.</summary>
    public static SortValue OfScore(float score) => new(score, 0, null, false);

    /// <summary>A number.</summary>
    public static SortValue OfNumber(long number) => new(0, number, null, false);

    /// <summary>A text.</summary>
    public static SortValue OfText(string text) => new(0, 0, text, false);

    /// <summary>Compares two values of one key, neither of them missing: texts by code point.</summary>
    public int CompareTo(SortValue other)
    {
        if (Text is not null && other.Text is not null)
        {
            return CompareCodePoints(Text, other.Text);
        }

        return Score != other.Score ? Score.CompareTo(other.Score) : Number.CompareTo(other.Number);
    }

    /// <summary>Whether one stands before another.</summary>
    public static bool operator <(SortValue left, SortValue right) => left.CompareTo(right) < 0;

    /// <summary>Whether one stands behind another.</summary>
    public static bool operator >(SortValue left, SortValue right) => left.CompareTo(right) > 0;

    /// <summary>Whether one does not stand behind another.</summary>
    public static bool operator <=(SortValue left, SortValue right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one does not stand before another.</summary>
    public static bool operator >=(SortValue left, SortValue right) => left.CompareTo(right) >= 0;

    /// <summary>Texts are ordered as the bytes of their UTF-8: surrogates stand behind all other code units.</summary>
    private static int CompareCodePoints(string left, string right)
    {
        int length = Math.Min(left.Length, right.Length);
        for (int i = 0; i < length; i++)
        {
            if (left[i] != right[i])
            {
                bool isLeft = char.IsSurrogate(left[i]);
                bool isRight = char.IsSurrogate(right[i]);
                return isLeft != isRight ? isLeft.CompareTo(isRight) : left[i].CompareTo(right[i]);
            }
        }

        return left.Length.CompareTo(right.Length);
    }
}
