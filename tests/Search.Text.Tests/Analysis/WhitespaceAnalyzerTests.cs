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

    [Test]
    public void Tokens_are_those_of_splitting_by_hand()
    {
        int seed = Environment.TickCount;
        TestContext.Out.WriteLine($"seed {seed}");
        var random = new Random(seed);
        string letters = "aZ09-.\u007F\u001F\u0080\u00E9\u2019\u4E2D\uFF21";
        string blanks = " \t\n\r\u000B\u000C\u0085\u00A0\u2003\u3000";
        TokenBuffer tokens = new();
        for (int round = 0; round < 500; round++)
        {
            int kinds = round % 2 == 0 ? 6 : letters.Length; // half the texts are ASCII
            string text = string.Concat(Enumerable.Range(0, random.Next(300)).Select(_ =>
                random.Next(8) == 0 ? blanks[random.Next(blanks.Length)] : letters[random.Next(kinds)]));
            text = round % 5 == 0 ? text.Replace('\t', 'x').Replace(' ', 'y') : text; // longer ones

            WhitespaceAnalyzer.Instance.Analyze(text, tokens);

            List<(int Start, int Length)> expected = [];
            for (int i = 0; i < text.Length; i++)
            {
                if (char.IsWhiteSpace(text[i]))
                {
                    continue;
                }

                if (expected.Count > 0 && expected[^1].Start + expected[^1].Length == i)
                {
                    expected[^1] = (expected[^1].Start, expected[^1].Length + 1);
                }
                else
                {
                    expected.Add((i, 1));
                }
            }

            int[] all = [.. Enumerable.Range(0, tokens.Count)];
            Assert.That(all.Select(i => (tokens[i].Start, tokens[i].Length)), Is.EqualTo(expected));
            Assert.That(all.Select(i => tokens[i].Position), Is.EqualTo(all));
            Assert.That(
                all.Select(i => Encoding.UTF8.GetString(tokens.Exact(i))),
                Is.EqualTo(expected.Select(one => text.Substring(one.Start, one.Length))));
            Assert.That(all.Select(i => tokens.Stem(i).SequenceEqual(tokens.Exact(i))), Is.All.True);
        }
    }
}
