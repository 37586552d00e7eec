using System.Text;
using Search.Text.Analysis;

namespace Search.Text.Tests.Analysis;

internal sealed class WhitespaceAnalyzerTests
{
    [Test]
    public void Tokens_are_what_stands_between_white_space_as_written()
    {
        TokenBuffer tokens = new();
        WhitespaceAnalyzer.Instance.Analyze(" The cyber-Crime,\n\u00A0l’été ", tokens);
        Assert.Multiple(() =>
        {
            Assert.That(tokens.Count, Is.EqualTo(3));
            Assert.That(Encoding.UTF8.GetString(tokens.Exact(1)), Is.EqualTo("cyber-Crime,"));
            Assert.That(Encoding.UTF8.GetString(tokens.Stem(1)), Is.EqualTo("cyber-Crime,"));
            Assert.That(Encoding.UTF8.GetString(tokens.Exact(2)), Is.EqualTo("l’été"));
            Assert.That(tokens[1], Is.EqualTo(new Token(5, 12, 1)));
            Assert.That(tokens[2], Is.EqualTo(new Token(19, 5, 2)));
        });
    }

    [Test]
    public void Long_tokens_and_lone_surrogates_are_cut_and_covered()
    {
        TokenBuffer tokens = new();
        string text = new string('x', 254) + "😀" + new string('y', 300) + "\uD800 \uDC00";
        WhitespaceAnalyzer.Instance.Analyze(text, tokens);
        int[] lengths = [.. Enumerable.Range(0, tokens.Count).Select(i => tokens[i].Length)];
        Assert.That(lengths, Is.EqualTo([254, 255, 48, 1]));
        Assert.That(Encoding.UTF8.GetString(tokens.Exact(3)), Is.EqualTo("\uFFFD"));
    }
}
