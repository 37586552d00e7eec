namespace Search.Queries.Parsing;

/// <summary>Why an input was refused where no repair is wanted.</summary>
/// <param name="Code">Stable code, the same as the repair's, such as <c>unbalanced-quote</c>.</param>
/// <param name="Position">Offset in UTF-16 code units of the input.</param>
/// <param name="Length">Length in UTF-16 code units; 0 for a place between two characters.</param>
/// <param name="Message">One sentence for the user: what is wrong.</param>
/// <param name="Expected">What was expected there instead, as the end of "expected …".</param>
public sealed record QuerySyntaxError(string Code, int Position, int Length, string Message, string Expected);
