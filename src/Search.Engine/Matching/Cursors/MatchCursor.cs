using Search.Engine.Matching.Windows;
using Search.Engine.Segments.Postings;

namespace Search.Engine.Matching.Cursors;

/// <summary>
/// Walks the documents that may match a query, in two phases: <see cref="DocCursor.Next"/> and <see
/// cref="DocCursor.Seek"/>
/// stop at candidates and are cheap; <see cref="Matches"/> decides and may be costly. A document that matches is always
/// a
/// candidate.
/// </summary>
internal abstract class MatchCursor : DocCursor
{
    /// <summary>Whether every candidate matches, so that <see cref="Matches"/> need not be asked.</summary>
    public virtual bool IsExact => true;

    /// <summary>
    /// Whether the current candidate matches. May be asked any number of times; must not be asked before the first or
    /// behind the last document.
    /// </summary>
    public virtual bool Matches() => true;

    /// <summary>
    /// The score of the current document, of which <see cref="Matches"/> is true; finite and not negative.
    /// </summary>
    public abstract float Score();

    /// <summary>
    /// The same matches and scores by windows, for a cursor that matches many documents; it takes the place of this
    /// cursor, which was not moved and is not used any more. Null where walking is the only way.
    /// </summary>
    public virtual WindowSource? Windows() => null;
}
