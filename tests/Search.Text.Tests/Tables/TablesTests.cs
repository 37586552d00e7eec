namespace Search.Text.Tests.Tables;

/// <summary>
/// The committed tables are what the generator makes of the installed Unicode data. With SEARCH_WRITE_TABLES=1 the test
/// writes them instead: <c>SEARCH_WRITE_TABLES=1 dotnet test tests/Search.Text.Tests --filter TablesTests</c>.
/// </summary>
internal sealed class TablesTests
{
    [Test]
    public void Committed_tables_are_what_the_generator_makes()
    {
        UnicodeFiles.Require("UnicodeData.txt");
        if (!File.ReadLines(UnicodeFiles.Require("auxiliary/WordBreakProperty.txt")).First().Contains("-15.0.0"))
        {
            Assert.Ignore("The installed Unicode data are not version 15.0, which the tables are made from.");
        }

        string folder = Path.Combine(Repository.Root, "src", "Search.Text", "Tables");
        foreach ((string file, string source) in TableGenerator.Generate())
        {
            string path = Path.Combine(folder, file);
            if (Environment.GetEnvironmentVariable("SEARCH_WRITE_TABLES") == "1")
            {
                File.WriteAllText(path, source);
            }

            Assert.That(File.ReadAllText(path), Is.EqualTo(source), file);
        }
    }
}
