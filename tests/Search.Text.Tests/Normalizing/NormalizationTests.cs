using System.Diagnostics;
using Search.Text.Normalizing;
using Search.Text.Tests.Tables;

namespace Search.Text.Tests.Normalizing;

internal sealed class NormalizationTests
{
    [TestCase("e\u0301", "\u00E9", "e\u0301")]
    [TestCase("\u212B \u1E9B\u0323", "\u00C5 \u1E9B\u0323", "A\u030A \u017F\u0323\u0307")]
    [TestCase("a\u0323\u0301 a\u0301\u0323", "\u1EA1\u0301 \u1EA1\u0301", "a\u0323\u0301 a\u0323\u0301")]
    [TestCase("\u1112\u1161\u11AB \uAC00\u11A8", "\uD55C \uAC01", "\u1112\u1161\u11AB \u1100\u1161\u11A8")]
    [TestCase("\u0915\u093C", "\u0915\u093C", "\u0915\u093C")]
    [TestCase("x\uD800y\uDC00", "x\uD800y\uDC00", "x\uD800y\uDC00")]
    [TestCase("", "", "")]
    public void Texts_have_these_forms(string text, string composed, string decomposed)
    {
        Assert.Multiple(() =>
        {
            Assert.That(Normalization.ToNfc(text), Is.EqualTo(composed));
            Assert.That(Normalization.ToNfd(text), Is.EqualTo(decomposed));
        });
    }

    [Test]
    public void A_text_that_is_in_the_form_already_is_given_back_itself()
    {
        const string Text = "Convention sur la cybercriminalité, Łódź";
        Assert.That(Normalization.ToNfc(Text), Is.SameAs(Text));
    }

    [Test]
    public void Every_line_of_the_Unicode_normalization_test_comes_out_as_it_says()
    {
        int lines = 0;
        Assert.Multiple(() =>
        {
            foreach (string line in ReadTest())
            {
                if (line.Length == 0 || line[0] is '#' or '@')
                {
                    continue;
                }

                lines++;
                string[] forms = [.. line.Split(';').Take(5).Select(Text)];
                Assert.That(forms[..3].Select(Normalization.ToNfc), Is.All.EqualTo(forms[1]), line);
                Assert.That(forms[3..].Select(Normalization.ToNfc), Is.All.EqualTo(forms[3]), line);
                Assert.That(forms[..3].Select(Normalization.ToNfd), Is.All.EqualTo(forms[2]), line);
                Assert.That(forms[3..].Select(Normalization.ToNfd), Is.All.EqualTo(forms[4]), line);
            }
        });
        Assert.That(lines, Is.GreaterThan(18_000));
    }

    private static string Text(string field) =>
        string.Concat(UnicodeFiles.Sequence(field).Select(char.ConvertFromUtf32));

    /// <summary>The file is compressed with bzip2, which .NET does not read: the program of that name does.</summary>
    private static string[] ReadTest()
    {
        ProcessStartInfo start = new("bzip2", ["-dc", UnicodeFiles.Require("NormalizationTest.txt.bz2")])
        {
            RedirectStandardOutput = true,
        };
        try
        {
            using Process process = Process.Start(start)!;
            string text = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return text.Split('\n');
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Ignore("bzip2 is absent, which NormalizationTest.txt is compressed with.");
            return [];
        }
    }
}
