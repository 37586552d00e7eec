using NUnit.Framework;
using Search.Service.Hosting;

namespace Search.Service.Tests.Hosting;

public sealed class AcceptHeaderTests
{
    [TestCase(null, true)]
    [TestCase("", true)]
    [TestCase("*/*", true)]
    [TestCase("application/*", true)]
    [TestCase("application/json", true)]
    [TestCase("text/html, application/json;q=0.1", true)]
    [TestCase("APPLICATION/JSON", true)]
    [TestCase("text/html", false)]
    [TestCase("application/json;q=0", false)]
    [TestCase("application/json;q=0, */*", false)]
    [TestCase("complete nonsense", true)]
    public void A_caller_takes_json_or_does_not(string? header, bool takes) =>
        Assert.That(AcceptHeader.Takes(header, "application", "json"), Is.EqualTo(takes));
}
