using System.Globalization;
using System.Text;
using Search.Passages.Search;

namespace Search.Service.Texts;

/// <summary>A reference to one paragraph, ready for a footnote.</summary>
internal static class Citation
{
    /// <summary>Writes the reference: issuer, title, date, paragraph and page, address within the corpus.</summary>
    public static string Of(PassageHit hit)
    {
        StringBuilder text = new();
        if (hit.Issuer is not null)
        {
            text.Append(hit.Issuer).Append(", ");
        }

        text.Append('“').Append(hit.Title).Append('”');
        if (hit.Date is not null)
        {
            text.Append(", ").Append(Words.Date(hit.Date));
        }

        text.Append(CultureInfo.InvariantCulture, $", para. {hit.Number}");
        if (hit.Page is int page)
        {
            text.Append(CultureInfo.InvariantCulture, $", p. {page}");
        }

        return text.Append(" [").Append(hit.Id).Append(']').ToString();
    }
}
