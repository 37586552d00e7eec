namespace Search.Queries.Parsing;

/// <summary>A kind of mistake and what the parser makes of it.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Problem">What is wrong, without a full stop; <c>{0}</c> is the piece of the input.</param>
/// <param name="Remedy">What was made of it, without a full stop.</param>
/// <param name="Expected">What was expected instead.</param>
internal sealed record RepairKind(string Code, string Problem, string Remedy, string Expected)
{
    internal static readonly RepairKind UnbalancedQuote = new(
        "unbalanced-quote", "A quotation mark is opened but never closed",
        "the phrase was read to the end", "a closing quotation mark");

    internal static readonly RepairKind UnclosedBracket = new(
        "unbalanced-bracket", "A bracket is opened but never closed",
        "the group was read to the end", "a closing bracket");

    internal static readonly RepairKind UnopenedBracket = new(
        "unbalanced-bracket", "A bracket is closed but was never opened",
        "it was left out", "a word, a phrase or a group");

    internal static readonly RepairKind EmptyPhrase = new(
        "empty-phrase", "There is no word between the quotation marks",
        "they were left out", "a word between the quotation marks");

    internal static readonly RepairKind OuterGap = new(
        "outer-gap", "A star at the edge of a phrase stands for no gap",
        "it was left out", "a word on both sides of the star");

    internal static readonly RepairKind EmptyGroup = new(
        "empty-group", "There is nothing between the brackets",
        "they were left out", "a word, a phrase or a group");

    internal static readonly RepairKind LoneOperator = new(
        "lone-operator", "The operator '{0}' has nothing to work on",
        "it was left out", "a word, a phrase or a group beside the operator");

    internal static readonly RepairKind RepeatedOperator = new(
        "repeated-operator", "The operator '{0}' follows another one",
        "it was left out", "a word, a phrase or a group");

    internal static readonly RepairKind RepeatedSign = new(
        "repeated-sign", "The sign '{0}' follows another one before the same clause",
        "the clause is excluded if any of them says so", "a word, a phrase or a group");

    internal static readonly RepairKind LoneConnector = new(
        "lone-connector", "'{0}' needs a word, a phrase or a group on both sides",
        "it was left out", "a word, a phrase or a group on both sides");

    internal static readonly RepairKind BadOperand = new(
        "bad-operand", "'{0}' can only join words, phrases and groups of these, all of one field and none excluded",
        "it was read as AND", "words, phrases, wildcards or groups of these in one field");

    internal static readonly RepairKind DistanceOutOfRange = new(
        "distance-out-of-range", "The distance of '{0}' is out of range",
        "the nearest one that is allowed was taken", "a distance from 1 to 100000");

    internal static readonly RepairKind FieldWithoutValue = new(
        "field-without-value", "The field in '{0}' is followed by no value",
        "it was taken as text", "a value after the colon");

    internal static readonly RepairKind BadBoost = new(
        "bad-boost", "The sign ^ is not followed by a number",
        "it was taken as text", "a number after ^");

    internal static readonly RepairKind RepeatedSuffix = new(
        "repeated-suffix", "'{0}' follows a clause that already has one",
        "it was left out", "a blank after the clause");

    internal static readonly RepairKind BadFuzzy = new(
        "bad-fuzzy", "'{0}' is no number of edits from 0 to 2",
        "the nearest whole number below was taken", "~, ~1, ~2, or a similarity below 1");

    internal static readonly RepairKind BadSlop = new(
        "bad-slop", "'{0}' after a phrase is no whole number of places up to 100000",
        "the nearest whole number below was taken", "a whole number after ~");

    internal static readonly RepairKind MisplacedTilde = new(
        "misplaced-tilde", "'{0}' can follow only a word or a phrase",
        "it was left out", "a word or a phrase before ~");

    internal static readonly RepairKind BadRange = new(
        "bad-range", "'{0}' does not begin a range such as [2019 TO 2021]",
        "it was taken as a blank", "a range such as [2019 TO 2021]");

    internal static readonly RepairKind StrayBracket = new(
        "stray-bracket", "'{0}' closes no range",
        "it was taken as a blank", "a word, a phrase or a group");

    internal static readonly RepairKind LowerCaseTo = new(
        "lower-case-to", "The word between the bounds of a range is written TO",
        "it was read as TO", "TO in capitals");

    internal static readonly RepairKind BadEscape = new(
        "bad-escape", "\\u is not followed by four hexadecimal digits",
        "it was taken as the letter u", "four hexadecimal digits after \\u");

    internal static readonly RepairKind DanglingEscape = new(
        "dangling-escape", "A backslash stands at the end",
        "it was left out", "a character after the backslash");

    internal static readonly RepairKind BadCharacter = new(
        "bad-character", "Half of a surrogate pair stands alone",
        "it was replaced by U+FFFD", "valid UTF-16");

    internal static readonly RepairKind BadRegex = new(
        "bad-regex", "'{0}' is no regular expression",
        "it was taken as text", "a regular expression of Lucene's syntax");

    internal static readonly RepairKind TooLong = new(
        "too-long", "The query is longer than is allowed",
        "what is beyond was left out", "a shorter query");

    internal static readonly RepairKind TooManyClauses = new(
        "too-many-clauses", "The query has more clauses than are allowed",
        "what follows was left out", "fewer clauses");

    internal static readonly RepairKind TooDeep = new(
        "too-deep", "The query is nested deeper than is allowed",
        "what is deeper was read flat", "fewer brackets");

    internal static readonly RepairKind MoreRepairs = new(
        "more-repairs", "There is more to mend from here on",
        "it was mended without being listed", "fewer mistakes");
}
