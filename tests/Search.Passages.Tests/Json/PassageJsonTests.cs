using System.Buffers;
using System.Text;
using System.Text.Json;
using NUnit.Framework;
using Search.Passages.Json;
using Search.Passages.Search;

namespace Search.Passages.Tests.Json;

/// <summary>The serializer made for answers writes what the general one does.</summary>
internal sealed class PassageJsonTests
{
    [Test]
    public void An_answer_is_written_to_the_letter_as_by_the_options()
    {
        var hit = new PassageHit
        {
            Id = "a~1",
            Number = 1,
            Document = "a",
            Title = "Été & <b>\"law\"</b>",
            Kind = "paragraph",
            Text = "line\nnext \ud83d\ude00 'quoted' \u2028 \u00a0",
            Spans = [new PassageSpan("text", 0, 4)],
            Snippet = [new PassageStretch(0, 9)],
            Themes = [new PassageTheme("rights", 0.25, [new PassageEvidence("rule", 1, 2)])],
            Score = 1.9976075887680054,
        };
        var reading = new QueryReading("été", "Paragraphs with *été*.", [new("code", 1, "message")], [])
        {
            DidYouMean = "été",
        };
        var facets = new Dictionary<string, IReadOnlyList<FacetCount>> { ["theme"] = [new("rights", 3)] };
        var response = new PassageResponse(7, reading, 3, [hit, hit with { Score = null }], facets, null);
        var output = new ArrayBufferWriter<byte>();

        PassageJson.Write(output, response);

        string expected = JsonSerializer.Serialize(response, PassageJson.Options);
        Assert.That(Encoding.UTF8.GetString(output.WrittenSpan), Is.EqualTo(expected));
        Assert.That(expected, Does.Contain("Été & <b>").And.Contain("\"next\":null"));
    }
}
