using System.Text;

namespace Search.Text.Tests.Tables;

/// <summary>Writes a table as C#.</summary>
internal static class TableSource
{
    /// <summary>Values per code point as runs: the first code point &lt;&lt; 8 with the value below, up to the next
    /// run.</summary>
    public static List<uint> Runs(byte[] values)
    {
        List<uint> runs = [];
        for (int codePoint = 0; codePoint < values.Length; codePoint++)
        {
            if (codePoint == 0 || values[codePoint] != values[codePoint - 1])
            {
                runs.Add(((uint)codePoint << 8) | values[codePoint]);
            }
        }

        return runs;
    }

    /// <summary>
    /// Mappings as records of numbers. A run of mappings one to one is (first, count &lt;&lt; 4 | stride, target),
    /// source
    /// and target growing by the stride; a run of mappings to nothing is (first, count &lt;&lt; 4 | 3). Any other is
    /// (first, length of the target &lt;&lt; 4, target code points).
    /// </summary>
    public static List<uint> Mappings(SortedDictionary<int, int[]> mappings)
    {
        List<uint> numbers = [];
        KeyValuePair<int, int[]>[] all = [.. mappings];
        for (int i = 0; i < all.Length;)
        {
            (int source, int[] target) = all[i];
            if (target.Length == 0)
            {
                int dropped = i + 1;
                while (dropped < all.Length && all[dropped].Value.Length == 0
                    && all[dropped].Key == all[dropped - 1].Key + 1)
                {
                    dropped++;
                }

                numbers.AddRange([(uint)source, ((uint)(dropped - i) << 4) | 3]);
                i = dropped;
                continue;
            }

            if (target.Length != 1)
            {
                numbers.AddRange([(uint)source, (uint)target.Length << 4, .. target.Select(t => (uint)t)]);
                i++;
                continue;
            }

            int stride = i + 1 < all.Length && Follows(all[i], all[i + 1], 2) ? 2 : 1;
            int end = i + 1;
            while (end < all.Length && Follows(all[end - 1], all[end], stride))
            {
                end++;
            }

            numbers.AddRange([(uint)source, ((uint)(end - i) << 4) | (uint)stride, (uint)target[0]]);
            i = end;
        }

        return numbers;
    }

    /// <summary>A file with one table.</summary>
    public static string Write(string name, string summary, IEnumerable<uint> numbers)
    {
        StringBuilder text = new();
        text.Append("namespace Search.Text.Tables;\n\n");
        text.Append($"/// <summary>\n/// {summary}\n");
        text.Append("/// Generated from Unicode 15.0 by the tests of this project.\n/// </summary>\n");
        text.Append($"internal static class {name}Table\n{{\n");
        text.Append("    /// <summary>The numbers; the type that reads them says how they are laid out.</summary>\n");
        text.Append("    public static ReadOnlySpan<uint> Numbers =>\n    [\n");
        StringBuilder line = new();
        foreach (uint number in numbers)
        {
            string item = $"0x{number:X}, ";
            if (line.Length + item.Length > 112)
            {
                text.Append("        ").Append(line.ToString().TrimEnd()).Append('\n');
                line.Clear();
            }

            line.Append(item);
        }

        text.Append("        ").Append(line.ToString().TrimEnd()).Append("\n    ];\n}\n");
        return text.ToString();
    }

    private static bool Follows(KeyValuePair<int, int[]> before, KeyValuePair<int, int[]> next, int stride) =>
        before.Value.Length == 1 && next.Value.Length == 1
        && next.Key == before.Key + stride && next.Value[0] == before.Value[0] + stride;
}
