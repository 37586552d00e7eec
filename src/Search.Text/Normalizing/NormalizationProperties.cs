using Search.Text.Breaking;
using Search.Text.Tables;

namespace Search.Text.Normalizing;

/// <summary>The properties that canonical normalization is made of (UAX #15), Unicode 15.0.</summary>
internal static class NormalizationProperties
{
    private const int NeverComposed = 1;
    private const int NotPlainlyComposed = 2;

    /// <summary>All composites lie below; what comes behind is only decomposed.</summary>
    private const int LastComposite = 0x12000;

    private const int HangulBase = 0xAC00;
    private const int LeadBase = 0x1100;
    private const int VowelBase = 0x1161;
    private const int TailBase = 0x11A7;
    private const int LeadCount = 19;
    private const int VowelCount = 21;
    private const int TailCount = 28;
    private static readonly CodePointTrie Classes = new(CombiningClassTable.Numbers);
    private static readonly CodePointTrie Flags = new(CompositionTable.Numbers);
    private static readonly CodePointMap Decompositions = new(DecompositionTable.Numbers);
    private static readonly Dictionary<long, int> Compositions = MakeCompositions();

    /// <summary>Canonical_Combining_Class.</summary>
    public static int CombiningClass(int codePoint) => Classes[codePoint];

    /// <summary>Appends the full canonical decomposition of a code point.</summary>
    public static void Decompose(int codePoint, CodePointBuffer output)
    {
        if (codePoint is >= HangulBase and < HangulBase + (LeadCount * VowelCount * TailCount))
        {
            int syllable = codePoint - HangulBase;
            output.Add(LeadBase + (syllable / (VowelCount * TailCount)));
            output.Add(VowelBase + (syllable % (VowelCount * TailCount) / TailCount));
            if (syllable % TailCount != 0)
            {
                output.Add(TailBase + (syllable % TailCount));
            }
        }
        else if (!Decompositions.Changes(codePoint))
        {
            output.Add(codePoint);
        }
        else if (Decompositions.TryOne(codePoint, out int one))
        {
            Decompose(one, output);
        }
        else
        {
            foreach (int part in Decompositions.Several(codePoint))
            {
                Decompose(part, output);
            }
        }
    }

    /// <summary>The primary composite of two code points, or -1.</summary>
    public static int Compose(int first, int second)
    {
        if (first is >= LeadBase and < LeadBase + LeadCount && second is >= VowelBase and < VowelBase + VowelCount)
        {
            return HangulBase + ((((first - LeadBase) * VowelCount) + (second - VowelBase)) * TailCount);
        }

        bool takesTail = first is >= HangulBase and < HangulBase + (LeadCount * VowelCount * TailCount)
            && (first - HangulBase) % TailCount == 0;
        if (takesTail && second is > TailBase and < TailBase + TailCount)
        {
            return first + (second - TailBase);
        }

        return Compositions.TryGetValue(Key(first, second), out int composite) ? composite : -1;
    }

    /// <summary>Whether the text is certainly in NFC (quick check; false may also mean "perhaps").</summary>
    public static bool IsPlainlyComposed(ReadOnlySpan<char> text)
    {
        int lastClass = 0;
        for (int i = 0; i < text.Length;)
        {
            if (text[i] < 0x300)
            {
                lastClass = 0;
                i++;
                continue;
            }

            int codePoint = CodePoint.At(text, i, out int length);
            int combiningClass = Classes[codePoint];
            if ((combiningClass != 0 && combiningClass < lastClass) || (Flags[codePoint] & NotPlainlyComposed) != 0)
            {
                return false;
            }

            lastClass = combiningClass;
            i += length;
        }

        return true;
    }

    private static Dictionary<long, int> MakeCompositions()
    {
        Dictionary<long, int> compositions = [];
        for (int codePoint = 0; codePoint < LastComposite; codePoint++)
        {
            if (Decompositions.Changes(codePoint) && (Flags[codePoint] & NeverComposed) == 0
                && !Decompositions.TryOne(codePoint, out _))
            {
                ReadOnlySpan<int> parts = Decompositions.Several(codePoint);
                compositions.Add(Key(parts[0], parts[1]), codePoint);
            }
        }

        return compositions;
    }

    private static long Key(int first, int second) => ((long)first << 32) | (uint)second;
}
