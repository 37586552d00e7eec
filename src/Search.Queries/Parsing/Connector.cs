using System.Globalization;
using Search.Queries.Trees;

namespace Search.Queries.Parsing;

/// <summary>An operator that binds its operands to places: NEAR/5, w/5, pre/5, /s.</summary>
/// <param name="Unit">The unit that binds, or null where a number of words does.</param>
/// <param name="Distance">Words from one to the next, from 1; 0 with a unit.</param>
/// <param name="IsOrdered">Whether the operands follow each other as written.</param>
/// <param name="IsClamped">Whether the distance written was out of range.</param>
internal sealed record Connector(TextUnit? Unit, int Distance, bool IsOrdered, bool IsClamped = false)
{
    /// <summary>Distance of a NEAR without a number.</summary>
    internal const int DefaultDistance = 10;

    /// <summary>Largest distance and slop.</summary>
    internal const int MaxDistance = 100_000;

    /// <summary>How tightly it binds, the lowest first: words, sentence, paragraph.</summary>
    internal int Level => Unit switch { null => 0, TextUnit.Sentence => 1, _ => 2 };

    /// <summary>Reads a whole word as a connector.</summary>
    internal static bool TryRead(ReadOnlySpan<char> word, out Connector connector)
    {
        connector = new Connector(null, DefaultDistance, false);
        int slash = word.IndexOf('/');
        if (slash < 0)
        {
            connector = connector with { IsOrdered = word is "ONEAR" };
            return word is "NEAR" or "ONEAR";
        }

        ReadOnlySpan<char> name = word[..slash];
        ReadOnlySpan<char> reach = word[(slash + 1)..];
        bool isOrdered = name is "ONEAR" || name.Equals("pre", StringComparison.OrdinalIgnoreCase);
        bool isLegal = name.IsEmpty || name.Equals("w", StringComparison.OrdinalIgnoreCase);
        if (!isOrdered && !isLegal && name is not "NEAR")
        {
            return false;
        }

        if (isLegal && reach.Length == 1 && reach[0] is 's' or 'S' or 'p' or 'P')
        {
            TextUnit unit = reach[0] is 's' or 'S' ? TextUnit.Sentence : TextUnit.Paragraph;
            connector = new Connector(unit, 0, false);
            return true;
        }

        if (reach.IsEmpty || reach.ContainsAnyExceptInRange('0', '9'))
        {
            return false;
        }

        bool fits = int.TryParse(reach, NumberStyles.None, CultureInfo.InvariantCulture, out int distance);
        distance = fits ? distance : int.MaxValue;
        int allowed = Math.Clamp(distance, 1, MaxDistance);
        connector = new Connector(null, allowed, isOrdered, allowed != distance);
        return true;
    }
}
