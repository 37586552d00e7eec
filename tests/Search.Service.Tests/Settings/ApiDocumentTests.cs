using Microsoft.Extensions.Configuration;
using NUnit.Framework;
using Search.Service.Searches;
using Search.Service.Settings;

namespace Search.Service.Tests.Settings;

public sealed class ApiDocumentTests
{
    [Test]
    public void The_document_names_every_setting_and_every_parameter()
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Search.sln")))
        {
            root = Path.GetDirectoryName(root)
                ?? throw new InvalidOperationException("Search.sln is nowhere above the tests.");
        }

        string document = File.ReadAllText(Path.Combine(root, "docs", "API.md"));
        foreach (string key in SettingsSource.Build(null).AsEnumerable()
            .Where(pair => pair.Value is not null && pair.Key.StartsWith("Search:", StringComparison.Ordinal))
            .Select(pair => pair.Key["Search:".Length..]))
        {
            Assert.That(document, Does.Contain($"`{key}`"), key);
        }

        foreach (string name in SearchParameters.Specs(new LimitSettings()).Select(spec => spec.Name.TrimStart('-')))
        {
            Assert.That(document, Does.Match($"[` ]{name}[`= ]"), name);
        }
    }
}
