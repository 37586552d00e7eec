namespace Search.Text.Tests;

/// <summary>Random texts that meet the corners: marks, quotes, joiners, every script, lone surrogates.</summary>
internal static class RandomText
{
    private const string Likely =
        "aaaeeiostzAEZ019 '’.,:;_-\"\r\n\t/()éÉàçüßæøłñœŸ\u00AD\u200B\u200C\u200D\uFEFF\u200E\u0301\u0308\u0327"
        + "ﬁĳαΐςΆАйёЙ\u0306כבש\u05B4\"אع\u064Eلةىأ\u0640٣中文カガ\u3099\u30FCはハﾊﾞ한\u1100\u1161\u11A8ไทยक\u093Fि\uFF21\uFF07"
        + "\u0345\u1E9E\uFB03\uFDFA\u3164\u02BC\u02BE№²½\u0149\uD83D\uDE00\uDC00\uD800\u2028\u0085";

    /// <summary>A text of about the length asked for.</summary>
    public static string Next(Random random, int length)
    {
        System.Text.StringBuilder text = new();
        while (text.Length < length)
        {
            switch (random.Next(12))
            {
                case 0:
                    int codePoint = random.Next(0x110000);
                    text.Append(codePoint is >= 0xD800 and < 0xE000 ? "\uD83D" : char.ConvertFromUtf32(codePoint));
                    break;
                case 1:
                    text.Append((char)random.Next(0x3000));
                    break;
                case 2:
                    text.Append(random.Next(3) switch { 0 => "l’", 1 => "qu'", _ => "'s" });
                    break;
                default:
                    text.Append(Likely[random.Next(Likely.Length)]);
                    break;
            }
        }

        return text.ToString();
    }
}
