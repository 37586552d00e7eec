using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Search.Service.Requests;

/// <summary>The query string of a request, in order, nothing merged and nothing left out.</summary>
internal static class QueryParameters
{
    /// <summary>
    /// Reads the names and values. Percent-encoding that is no UTF-8 stays as it was written: any byte may be sent.
    /// </summary>
    public static List<KeyValuePair<string, string>> Read(HttpRequest request)
    {
        List<KeyValuePair<string, string>> found = [];
        foreach (QueryStringEnumerable.EncodedNameValuePair pair in new QueryStringEnumerable(
            request.QueryString.Value))
        {
            string name = pair.DecodeName().ToString();
            if (name.Length > 0 || pair.EncodedValue.Length > 0)
            {
                found.Add(new(name, pair.DecodeValue().ToString()));
            }
        }

        return found;
    }
}
