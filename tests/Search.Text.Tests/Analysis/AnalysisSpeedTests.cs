using System.IO.Compression;
using System.Text.Json;
using Search.Text.Analysis;
using Search.Text.Breaking;

namespace Search.Text.Tests.Analysis;

/// <summary>
/// How fast breaking and analysis are, in processor time; run by hand:
/// <c>dotnet test -c Release tests/Search.Text.Tests --filter AnalysisSpeedTests --logger
/// "console;verbosity=detailed"</c>.
/// </summary>
[Explicit("measures, and says nothing of right or wrong")]
internal sealed class AnalysisSpeedTests
{
    [Test]
    public void Speed_on_English_passages()
    {
        string[] texts = ReadPassages(100_000);
        long length = texts.Sum(text => (long)text.Length);
        TokenBuffer tokens = new();
        for (int round = 0; round < 5; round++)
        {
            TimeSpan start = Environment.CpuUsage.UserTime;
            long words = 0;
            foreach (string text in texts)
            {
                WordBreaker breaker = new(text);
                while (breaker.MoveToNextWord())
                {
                    words++;
                }
            }

            double breaking = (Environment.CpuUsage.UserTime - start).TotalSeconds;
            Report("breaking", breaking, length, words);
            foreach (Analyzer analyzer in Analyzers.All)
            {
                start = Environment.CpuUsage.UserTime;
                words = 0;
                foreach (string text in texts)
                {
                    analyzer.Analyze(text, tokens);
                    words += tokens.Count;
                }

                Report(analyzer.Name, (Environment.CpuUsage.UserTime - start).TotalSeconds, length, words);
            }
        }
    }

    private static void Report(string name, double seconds, long length, long words) =>
        TestContext.Out.WriteLine($"{name}: {length / seconds / 1e6:F0} MB/s, {words / seconds / 1e6:F1} M words/s");

    private static string[] ReadPassages(int count)
    {
        string folder = TestData.Require("scale");
        string file = Directory.GetFiles(folder, "*.jsonl.gz").Order(StringComparer.Ordinal).First();
        using StreamReader reader = new(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        List<string> texts = [];
        while (texts.Count < count && reader.ReadLine() is string line)
        {
            using JsonDocument passage = JsonDocument.Parse(line);
            texts.Add(passage.RootElement.GetProperty("text").GetString()!);
        }

        return [.. texts];
    }
}
