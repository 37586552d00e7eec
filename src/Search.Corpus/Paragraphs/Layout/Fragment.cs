namespace Search.Corpus.Paragraphs.Layout;

/// <summary>A piece of text as a page has it: one font, one baseline.</summary>
/// <param name="Text">Its text, blanks at its ends kept.</param>
/// <param name="Left">Left edge. All lengths are in the tool's pixels, downwards and rightwards.</param>
/// <param name="Top">Upper edge.</param>
/// <param name="Width">Width.</param>
/// <param name="Height">Height of the font's box.</param>
/// <param name="Font">Its font.</param>
internal sealed record Fragment(string Text, double Left, double Top, double Width, double Height, FontFace Font)
{
    /// <summary>Right edge.</summary>
    public double Right => Left + Width;

    /// <summary>Lower edge.</summary>
    public double Bottom => Top + Height;
}

/// <summary>A font of a document.</summary>
/// <param name="Size">Size in the tool's pixels.</param>
/// <param name="Family">Name without the subset's prefix.</param>
/// <param name="IsBold">True where the name or the markup says so.</param>
internal sealed record FontFace(double Size, string Family, bool IsBold);
