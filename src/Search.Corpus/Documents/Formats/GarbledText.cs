using Search.Corpus.Languages;
using Search.Corpus.Paragraphs.Layout;

namespace Search.Corpus.Documents.Formats;

/// <summary>
/// Tells text whose fonts lack a map to Unicode: plenty of signs, and no words of any language among them.
/// </summary>
internal static class GarbledText
{
    private const int FewestSigns = 400;

    /// <summary>True where more than half of the pages' longer pieces say nothing in any language.</summary>
    public static bool Is(List<LayoutPage> pages)
    {
        int all = 0;
        int odd = 0;
        foreach (Fragment fragment in pages.SelectMany(page => page.Fragments))
        {
            string text = fragment.Text;
            all += text.Length;
            int strange = 0;
            foreach (char c in text)
            {
                strange += c is 'ÿ' or '\uFFFD' || char.IsControl(c)
                    || (c is > '\u007F' and < '\u00C0' && c is not '\u00A0') ? 1 : 0;
            }

            odd += strange * 12 > text.Length && LanguageDetector.Detect(text) is null ? text.Length : 0;
        }

        return all >= FewestSigns && odd * 3 > all;
    }
}
