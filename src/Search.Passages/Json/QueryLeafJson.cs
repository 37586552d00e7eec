using System.Text.Json;
using Search.Queries.Trees;

namespace Search.Passages.Json;

/// <summary>Writes nodes of a query tree that hold no others, within an object that is open.</summary>
internal sealed class QueryLeafJson(Utf8JsonWriter json)
{
    /// <summary>Writes one.</summary>
    public void Write(Query query)
    {
        switch (query)
        {
            case MatchAllQuery:
                json.WriteString("type", "all");
                break;
            case TermQuery term:
                Begin("term", term.Field);
                json.WriteString("text", term.Text);
                WriteForm(term.Form);
                break;
            case PhraseQuery phrase:
                WritePhrase(phrase);
                break;
            case PrefixQuery prefix:
                Begin("prefix", prefix.Field);
                json.WriteString("prefix", prefix.Prefix);
                break;
            case WildcardQuery wildcard:
                Begin("wildcard", wildcard.Field);
                json.WriteString("pattern", wildcard.Pattern);
                break;
            case RegexQuery regex:
                Begin("regex", regex.Field);
                json.WriteString("pattern", regex.Pattern);
                break;
            case FuzzyQuery fuzzy:
                Begin("fuzzy", fuzzy.Field);
                json.WriteString("text", fuzzy.Text);
                json.WriteNumber("max_edits", fuzzy.MaxEdits);
                break;
            case RangeQuery range:
                Begin("range", range.Field);
                json.WriteString("lower", range.Lower);
                json.WriteString("upper", range.Upper);
                json.WriteBoolean("includes_lower", range.IncludesLower);
                json.WriteBoolean("includes_upper", range.IncludesUpper);
                break;
            default:
                json.WriteString("type", "none");
                break;
        }
    }

    private void WritePhrase(PhraseQuery phrase)
    {
        Begin("phrase", phrase.Field);
        json.WriteStartArray("parts");
        foreach (PhrasePart part in phrase.Parts)
        {
            json.WriteStartObject();
            switch (part)
            {
                case PhraseWord word:
                    json.WriteString("type", "word");
                    json.WriteString("text", word.Text);
                    WriteForm(word.Form);
                    break;
                case PhraseWildcard wildcard:
                    json.WriteString("type", "wildcard");
                    json.WriteString("pattern", wildcard.Pattern);
                    break;
                default:
                    json.WriteString("type", "gap");
                    break;
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteNumber("slop", phrase.Slop);
        WriteForm(phrase.Form);
    }

    private void Begin(string type, string? field)
    {
        json.WriteString("type", type);
        json.WriteString("field", field);
    }

    private void WriteForm(WordForm form) => json.WriteString("form", form switch
    {
        WordForm.Exact => "exact",
        WordForm.Stemmed => "stemmed",
        _ => "default",
    });
}
