using System.Text;

namespace Search.Queries.Tests.Fuzzing;

/// <summary>Random query strings: pieces of the language thrown together, and mutations of well-formed ones.</summary>
internal sealed class RandomStrings(Random random)
{
    private static readonly string[] Pieces =
    [
        "a", "cyber", "crime", "co-operation", " ", " ", " ", " ", "\"", "\"", "(", ")", "(", ")", "[", "]",
        "{", "}", " TO ",
        " AND ", " OR ", " NOT ", " && ", " || ", "!", "+", "-", "*", "?", "~", "~1", "~0.5", "~9", "^", "^2",
        "^=2", "^0.1",
        "title:", "theme:", "date:", "year:", "x:", ":", "\\", "\\\"", "\\u0041", "\\u", "/", "/s", " /s ",
        " /p ", " /5 ",
        " w/5 ", " pre/2 ", " NEAR/5 ", " ONEAR/3 ", " NEAR ", " NEAR/0 ", "=", "~", ">", ">=", "<", "..",
        "2019", "2019-07",
        ",", ";", ".", "https://x.org/a?b", "“", "”", "«", "»", "’", "ünï", "Привет", "\u200F", "\u200B",
        "\0", "\uD800",
        "\uDC00", "😀", "\n", "\t", "\u3000", "[2019 TO 2021]", "/a.*b/", "terror!", "*:*", "AND", "OR", "NOT",
        "-", "\u2011",
    ];

    private static readonly string[] Seeds =
    [
        "\"technical assistance\"~5 AND (theme:rights OR -theme:threats) date:[2019 TO 2021}",
        "terror* NEAR/3 (online OR internet) /s \"human rights\"^2",
        "=assist ~assist \"strengthen* capacit* * ~training\" organi?ation budapset~1 /cyber(crime|space)/",
        "issuer:\"European Union\" title:(a OR b)^=3 A/RES/74/247 https://x.org/a?b 10:30 w/5 pre/5 c",
    ];

    internal string Next(int maxPieces)
    {
        var text = new StringBuilder();
        if (random.Next(3) == 0)
        {
            text.Append(Seeds[random.Next(Seeds.Length)]);
            for (int i = random.Next(5); i >= 0; i--)
            {
                Mutate(text);
            }

            return text.ToString();
        }

        for (int i = random.Next(maxPieces); i >= 0; i--)
        {
            string piece = Pieces[random.Next(Pieces.Length)];
            text.Append(random.Next(12) == 0 ? ((char)random.Next(0x10000)).ToString() : piece);
        }

        return text.ToString();
    }

    private void Mutate(StringBuilder text)
    {
        int at = random.Next(text.Length + 1);
        switch (random.Next(3))
        {
            case 0:
                text.Insert(at, Pieces[random.Next(Pieces.Length)]);
                break;
            case 1:
                text.Remove(at, Math.Min(random.Next(4), text.Length - at));
                break;
            default:
                text.Length = at;
                break;
        }
    }
}
