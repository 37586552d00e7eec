using NUnit.Framework;
using Search.Corpus.Themes;
using Search.Corpus.Themes.Agreement;

namespace Search.Corpus.Tests.Themes;

public sealed class ThemeAgreementTests
{
    [Test]
    public void Kappa_and_alpha_are_those_computed_by_hand()
    {
        CodingSheet first = Sheet("id,text,x\na,A,1\nb,B,1\nc,C,0\nd,D,0\ne,E,\n");
        CodingSheet second = Sheet("id,x,y\nd,0,1\nc,1,1\nb,yes,0\na,1,0\ne,1,1\n");

        ThemeAgreement agreement = ThemeAgreement.Compare(first, second).Single();

        Assert.Multiple(() =>
        {
            Assert.That((agreement.Theme, agreement.Paragraphs, agreement.Agreed), Is.EqualTo(("x", 4, 3)));
            Assert.That(agreement.Kappa, Is.EqualTo(0.5).Within(1e-12));
            Assert.That(agreement.Alpha, Is.EqualTo(1 - (7.0 * 1 / (5 * 3))).Within(1e-12));
            Assert.That(agreement.Disputed, Is.EqualTo(["c"]));
        });
    }

    [Test]
    public void A_code_that_is_neither_yes_nor_no_is_refused_by_its_line() =>
        Assert.That(
            () => Sheet("id,x\na,1\nb,maybe\n"), Throws.TypeOf<ThemeSchemeException>().With.Property("Line")
                .EqualTo(3));

    [Test]
    public void A_sample_has_every_theme_and_is_the_same_for_the_same_seed()
    {
        ThemeScheme scheme = ShippedScheme.Value;
        TaggedParagraph[] paragraphs =
        [
            .. Enumerable.Range(0, 500).Select(i => new TaggedParagraph(
                $"p{i}", "t", $"text \"{i}\",\nline", i % 10 == 0 ? [scheme.Themes[i / 10 % 4].Id] : [])),
        ];

        CodingSheet sheet = StratifiedSample.Draw(scheme, paragraphs, 50, 3);

        string[] ids = [.. sheet.Rows.Select(row => row.Id)];
        Assert.Multiple(() =>
        {
            Assert.That(ids, Has.Length.EqualTo(50).And.Unique);
            Assert.That(StratifiedSample.Draw(scheme, paragraphs, 50, 3).Rows.Select(row => row.Id), Is.EqualTo(ids));
            foreach (ThemeDefinition theme in scheme.Themes)
            {
                Assert.That(
                    paragraphs.Count(item => item.Themes.Contains(theme.Id) && ids.Contains(item.Id)), Is.EqualTo(10));
            }

            var text = new StringWriter();
            sheet.Write(text);
            Assert.That(Sheet(text.ToString()).Rows.Select(row => row.Text),
                Is.EqualTo(sheet.Rows.Select(row => row.Text)));
        });
    }

    private static CodingSheet Sheet(string text)
    {
        using TestFolder folder = new();
        return CodingSheet.Read(folder.Write("sheet.csv", text));
    }
}
