using NUnit.Framework;
using Search.Bench.Inputs;

namespace Search.Bench.Tests.Inputs;

/// <summary>Tests of <see cref="ClassQuery"/> and <see cref="QuerySet"/>.</summary>
public class ClassQueryTests
{
    [Test]
    public void Lines_are_read_and_comments_and_blank_lines_passed_over()
    {
        IReadOnlyList<ClassQuery> queries = ClassQuery.Read(
            ["# a comment", "", "or5\ta b  c", "prefix\tgover*", "wildcard\t*gover*"], "test");
        Assert.That(queries.Select(query => query.Class), Is.EqualTo(["or5", "prefix", "wildcard"]));
        Assert.That(queries[0].Words, Is.EqualTo(["a", "b", "c"]));
        Assert.That(queries[1].Words, Is.EqualTo(["gover"]));
        Assert.That(queries[2].Words, Is.EqualTo(["*gover*"]));
    }

    [Test]
    public void A_line_without_words_is_named_by_its_number()
    {
        InvalidDataException? error = Assert.Throws<InvalidDataException>(
            () => ClassQuery.Read(["and\ta b", "# a comment", "and"], "some.tsv"));
        Assert.That(error?.Message, Does.Contain("some.tsv, line 3"));
    }

    [TestCase("term_common", "Term")]
    [TestCase("term_rare", "Term")]
    [TestCase("and", "And")]
    [TestCase("or", "Or")]
    [TestCase("or5", "Or")]
    [TestCase("phrase", "Phrase")]
    [TestCase("phrase_common", "Phrase")]
    [TestCase("prefix", "Prefix")]
    [TestCase("wildcard", "Wildcard")]
    [TestCase("fuzzy1", "Fuzzy1")]
    [TestCase("fuzzy2", "Fuzzy2")]
    public void The_class_says_how_words_are_joined(string name, string shape) =>
        Assert.That(new ClassQuery(name, ["a"]).Shape, Is.EqualTo(Enum.Parse<QueryShape>(shape)));

    [Test]
    public void Classes_of_the_bars_that_a_file_lacks_are_added()
    {
        string path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "wildcard\ta*b\n");
            Assert.That(QuerySet.Read(path, keepsStopWords: false), Has.Count.EqualTo(1));
            IReadOnlyList<ClassQuery> all = QuerySet.Read(path, keepsStopWords: true);
            Assert.That(all.Count(query => query.Class == "wildcard"), Is.EqualTo(1));
            Assert.That(all.Count(query => query.Class == "phrase_common"), Is.GreaterThanOrEqualTo(30));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
