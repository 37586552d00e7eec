using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NUnit.Framework;
using Search.Service.Tests.Hosts;

namespace Search.Service.Tests.Browsers;

/// <summary>The completions of the search box, by keys, by pointer, and in a narrow window.</summary>
public sealed class CompletionTests
{
    private ServiceHost _host = null!; // set up before the first test
    private Chromium _browser = null!; // as above

    [OneTimeSetUp]
    public async Task Start()
    {
        _browser = await Chromium.StartAsync();
        _host = await ServiceHost.StartAsync(SmallCorpus.Write);
    }

    [OneTimeTearDown]
    public async Task Stop()
    {
        if (_host is not null)
        {
            await _host.DisposeAsync();
        }

        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }
    }

    [TestCase(1280)]
    [TestCase(320)]
    public async Task Arrows_choose_enter_takes_and_searches(int width)
    {
        IPage page = await _browser.OpenAsync(_host.Address, width);
        _ = await page.GotoAsync("/");
        ILocator box = page.Locator("#q");
        ILocator list = page.Locator("#completions");
        Assert.That(await box.GetAttributeAsync("role"), Is.EqualTo("combobox"));
        Assert.That(await box.GetAttributeAsync("aria-expanded"), Is.EqualTo("false"));

        await box.PressSequentiallyAsync("technical as");
        await list.WaitForAsync();
        Assert.That(await box.GetAttributeAsync("aria-expanded"), Is.EqualTo("true"));
        Assert.That(await list.Locator("[role=option]").First.InnerTextAsync(), Is.EqualTo("technical assistance"));
        await Chromium.SaveAsync(page, $"completions-{width}");
        int overflow = await page.EvaluateAsync<int>(
            "document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.That(overflow, Is.Zero);

        await box.PressAsync("ArrowDown");
        string chosen = (await box.GetAttributeAsync("aria-activedescendant"))!; // one is chosen
        Assert.That(await page.Locator("#" + chosen).GetAttributeAsync("aria-selected"), Is.EqualTo("true"));
        await box.PressAsync("Enter");
        Assert.That(await box.InputValueAsync(), Is.EqualTo("technical assistance"));
        Assert.That(await list.IsVisibleAsync(), Is.False);
        await page.ArriveAsync("**/?q=technical+assistance*", () => box.PressAsync("Enter"));
    }

    [Test]
    public async Task Escape_closes_and_a_click_takes()
    {
        IPage page = await _browser.OpenAsync(_host.Address);
        _ = await page.GotoAsync("/");
        ILocator list = page.Locator("#completions");
        await page.Locator("#q").PressSequentiallyAsync("ransom");
        await list.WaitForAsync();
        await page.Keyboard.PressAsync("Escape");
        Assert.That(await list.IsVisibleAsync(), Is.False);
        Assert.That(await page.EvaluateAsync<string>("document.activeElement.id"), Is.EqualTo("q"));

        await page.Locator("#q").PressSequentiallyAsync("w");
        await list.WaitForAsync();
        await list.Locator("li").First.ClickAsync();
        Assert.That(await page.Locator("#q").InputValueAsync(), Is.EqualTo("Ransomware").IgnoreCase);
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task What_was_meant_and_what_is_also_found_are_links(bool hasScript)
    {
        IPage page = await _browser.OpenAsync(_host.Address, hasScript: hasScript);
        _ = await page.GotoAsync("/?q=ransomwear");
        await page.ArriveAsync("**/?q=ransomware", () => page.Locator(".did-you-mean a").ClickAsync());
        Assert.That(await page.Locator("#count").InnerTextAsync(), Is.EqualTo("1 passage"));

        _ = await page.GotoAsync("/?q=ict+OR+treaty");
        Assert.That(
            await page.Locator(".reading").InnerTextAsync(), Does.Contain("also information and communications"));
        await page.ArriveAsync("**synonyms=false", () => page.Locator(".synonyms a").ClickAsync());
        Assert.That(await page.Locator(".reading").InnerTextAsync(), Does.Not.Contain("also"));
        await page.ArriveAsync(new Regex("^((?!synonyms).)*$"), () => page.Locator(".synonyms a").ClickAsync());
    }
}
