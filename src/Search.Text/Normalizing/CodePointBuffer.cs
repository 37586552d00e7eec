using Search.Text.Breaking;

namespace Search.Text.Normalizing;

/// <summary>
/// Code points on their way through normalization; reused, so that it allocates nothing once it has grown. Lone
/// surrogates are code points like others here, and come out as they went in.
/// </summary>
internal sealed class CodePointBuffer
{
    private int[] _codePoints = new int[64];

    /// <summary>Number of code points.</summary>
    public int Count { get; private set; }

    /// <summary>Appends a code point.</summary>
    public void Add(int codePoint)
    {
        if (Count == _codePoints.Length)
        {
            Array.Resize(ref _codePoints, Count * 2);
        }

        _codePoints[Count++] = codePoint;
    }

    /// <summary>Replaces the content by the canonical decomposition (NFD) of a text.</summary>
    public void SetDecomposed(ReadOnlySpan<char> text)
    {
        Count = 0;
        for (int i = 0; i < text.Length;)
        {
            NormalizationProperties.Decompose(CodePoint.At(text, i, out int length), this);
            i += length;
        }

        Order();
    }

    /// <summary>Composes the content, which is in NFD, to NFC.</summary>
    public void Compose()
    {
        int starter = -1;
        int lastClass = -1;
        int write = 0;
        for (int read = 0; read < Count; read++)
        {
            int codePoint = _codePoints[read];
            int combiningClass = NormalizationProperties.CombiningClass(codePoint);
            if (starter >= 0 && lastClass < combiningClass)
            {
                int composite = NormalizationProperties.Compose(_codePoints[starter], codePoint);
                if (composite >= 0)
                {
                    _codePoints[starter] = composite;
                    continue;
                }
            }

            if (combiningClass == 0)
            {
                starter = write;
                lastClass = -1;
            }
            else
            {
                lastClass = combiningClass;
            }

            _codePoints[write++] = codePoint;
        }

        Count = write;
    }

    /// <summary>Writes the content as UTF-16 over a buffer, which grows as needed; returns the length.</summary>
    public int CopyTo(ref char[] buffer)
    {
        if (buffer.Length < Count * 2)
        {
            buffer = new char[Math.Max(Count * 2, buffer.Length * 2)];
        }

        int length = 0;
        for (int i = 0; i < Count; i++)
        {
            int codePoint = _codePoints[i];
            if (codePoint < 0x10000)
            {
                buffer[length++] = (char)codePoint;
            }
            else
            {
                buffer[length++] = (char)(0xD7C0 + (codePoint >> 10));
                buffer[length++] = (char)(0xDC00 + (codePoint & 0x3FF));
            }
        }

        return length;
    }

    /// <summary>Canonical ordering: marks of a run, stably, by their combining class.</summary>
    private void Order()
    {
        for (int i = 1; i < Count; i++)
        {
            int codePoint = _codePoints[i];
            int combiningClass = NormalizationProperties.CombiningClass(codePoint);
            int j = i;
            while (combiningClass != 0 && j > 0
                && NormalizationProperties.CombiningClass(_codePoints[j - 1]) > combiningClass)
            {
                _codePoints[j] = _codePoints[j - 1];
                j--;
            }

            _codePoints[j] = codePoint;
        }
    }
}
