using Search.Text.Tests.Tables;

namespace Search.Text.Tests.Breaking;

/// <summary>Reads the break tests of the Unicode Character Database: <c>÷ 0061 × 0308 ÷</c>.</summary>
internal static class BreakTestFile
{
    /// <summary>The text of each line and the offsets of its boundaries, its end among them, 0 not.</summary>
    public static IEnumerable<(string Text, int[] Boundaries, string Line)> Read(string relativePath)
    {
        foreach (string[] row in UnicodeFiles.Rows(relativePath))
        {
            string text = "";
            List<int> boundaries = [];
            foreach (string item in row[0].Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                if (item == "÷" && text.Length > 0)
                {
                    boundaries.Add(text.Length);
                }
                else if (item is not ("÷" or "×"))
                {
                    text += char.ConvertFromUtf32(UnicodeFiles.Sequence(item)[0]);
                }
            }

            yield return (text, [.. boundaries], row[0]);
        }
    }
}
