using System.Text.RegularExpressions;
using Microsoft.Playwright;
using NUnit.Framework;
using Search.Service.Tests.Hosts;

namespace Search.Service.Tests.Browsers;

/// <summary>The pages as a reader has them, in a real browser.</summary>
public sealed class BrowserTests
{
    private ServiceHost _host = null!; // set up before the first test
    private Chromium _browser = null!; // as above

    private static IEnumerable<string> Pages { get; } =
    [
        "/", "/?q=%22technical+assistance%22", "/?q=assist*&theme=capacity&-doc=report", "/?q=zebra",
            "/?q=%22open+quote+OR",
        "/documents", "/documents/statements-harbour?q=technical+assistance", "/documents/register", "/themes",
            "/help", "/status", "/nowhere",
    ];

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

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_reader_searches_narrows_down_and_reads_on_with_the_marks_kept(bool hasScript)
    {
        IPage page = await _browser.OpenAsync(_host.Address, hasScript: hasScript);
        _ = await page.GotoAsync("/");
        await page.FillAsync("#q", "\"technical assistance\"");
        await page.ArriveAsync("**/?q=*", () => page.PressAsync("#q", "Enter"));
        Assert.That(await page.Locator("#count").InnerTextAsync(), Is.EqualTo("3 passages"));
        Assert.That(await page.Locator(".hit mark").First.InnerTextAsync(),
            Is.EqualTo("technical assistance").IgnoreCase);

        ILocator issuer = page.Locator(".facet-issuer a", new() { HasText = "Harbour States" }).First;
        await page.ArriveAsync("**issuer=Harbour*", () => issuer.ClickAsync());
        Assert.That(await page.Locator("#count").InnerTextAsync(), Is.EqualTo("2 passages"));
        ILocator active = page.Locator(".active a", new() { HasText = "Harbour States" });
        await page.ArriveAsync(new Regex("^((?!issuer).)*$"), () => active.ClickAsync());
        await page.GoBackAsync();

        string title = await page.Locator(".hit a.open").First.InnerTextAsync();
        ILocator hit = page.Locator(".hit a.open").First;
        await page.ArriveAsync("**/documents/statements-harbour?q=*#*", () => hit.ClickAsync());
        Assert.That(await page.Locator("h1").InnerTextAsync(), Is.EqualTo(title));
        Assert.That(await page.Locator(".unit.is-hit").CountAsync(), Is.EqualTo(2));
        Assert.That(await page.Locator(".unit:target mark").InnerTextAsync(),
            Is.EqualTo("technical assistance").IgnoreCase);
        await page.Locator(".jump a").First.ClickAsync();
        Assert.That(await page.Locator(".unit.is-hit:target").CountAsync(), Is.EqualTo(1));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_theme_tells_why_on_a_tap(bool hasScript)
    {
        IPage page = await _browser.OpenAsync(_host.Address, hasScript: hasScript);
        _ = await page.GotoAsync("/?q=%22rule+of+law%22");
        ILocator chip = page.Locator(".chip", new() { HasText = "uman rights" }).First;
        Assert.That(await chip.Locator("q").First.IsVisibleAsync(), Is.False);
        Assert.That(
            await chip.Locator("summary").GetAttributeAsync("title"),
            Does.StartWith("Because of “").And.Contain("(scheme cybercrime-policy "));
        await chip.Locator("summary").ClickAsync();
        Assert.That(await chip.Locator("q").First.IsVisibleAsync());
    }

    [Test]
    public async Task Pages_follow_each_other_and_the_browser_goes_back()
    {
        IPage page = await _browser.OpenAsync(_host.Address, hasScript: false);
        _ = await page.GotoAsync("/?q=entry&sort=document");
        string first = await page.Locator(".hit .text").First.InnerTextAsync();
        await page.ArriveAsync("**cursor=*", () => page.Locator(".paging .primary").ClickAsync());
        Assert.That(await page.Locator(".hit .text").First.InnerTextAsync(), Does.Contain("entry 21 of"));
        await page.GoBackAsync();
        Assert.That(await page.Locator(".hit .text").First.InnerTextAsync(), Is.EqualTo(first));
    }

    [Test]
    public async Task Keys_move_through_the_hits_and_can_be_switched_off()
    {
        IPage page = await _browser.OpenAsync(_host.Address);
        _ = await page.GotoAsync("/?q=assistance");
        await page.Keyboard.PressAsync("/");
        Assert.That(await Focused(page), Is.EqualTo("q"));
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("k");
        Assert.That(await Focused(page), Is.EqualTo(await page.Locator(".hit article").First.GetAttributeAsync("id")));
        await page.Keyboard.PressAsync("?");
        Assert.That(await page.Locator("#keys").IsVisibleAsync());
        await page.ClickAsync("#keys-switch");
        await CloseKeysAsync(page);
        await page.Keyboard.PressAsync("/");
        Assert.That(await Focused(page), Is.Not.EqualTo("q"));
        await page.Keyboard.PressAsync("?");
        await page.ClickAsync("#keys-switch");
        await CloseKeysAsync(page);
        await page.Keyboard.PressAsync("j");
        _ = await page.WaitForFunctionAsync("document.activeElement.matches('.hit article')");
        await page.ArriveAsync("**/documents/**", () => page.Keyboard.PressAsync("Enter"));
    }

    [TestCase(320, false)]
    [TestCase(320, true)]
    [TestCase(768, true)]
    [TestCase(1600, false)]
    public async Task No_page_is_wider_than_its_window_and_every_text_stands_out_from_what_is_behind_it(
        int width, bool isDark)
    {
        IPage page = await _browser.OpenAsync(_host.Address, width, isDark);
        List<string> complaints = [];
        page.Console += (_, message) =>
        {
            // The browser reports the status of an error page as an error; a refused script or style is one, too.
            if (message.Type == "error" && !message.Text.Contains("404", StringComparison.Ordinal))
            {
                complaints.Add(message.Text);
            }
        };
        foreach (string url in Pages)
        {
            _ = await page.GotoAsync(url);
            int wide = await page.EvaluateAsync<int>("document.documentElement.scrollWidth");
            Assert.That(wide, Is.LessThanOrEqualTo(width), url);
            string[] faint = await page.EvaluateAsync<string[]>(Contrast);
            Assert.That(faint, Is.Empty, url);
        }

        Assert.That(complaints, Is.Empty);
    }

    [TestCase(320, false)]
    [TestCase(768, true)]
    [TestCase(1600, false)]
    [TestCase(1600, true)]
    public async Task Pictures_are_kept_to_be_looked_at(int width, bool isDark)
    {
        IPage page = await _browser.OpenAsync(_host.Address, width, isDark);
        (string Name, string Url)[] shots =
        [
            ("home", "/"), ("results", "/?q=technical+assistance"),
                ("document", "/documents/statements-harbour?q=technical+assistance"),
            ("empty", "/?q=zebra"), ("themes", "/themes"),
        ];
        foreach ((string name, string url) in shots)
        {
            IResponse? response = await page.GotoAsync(url);
            Assert.That(response?.Ok, Is.True, url);
            await Chromium.SaveAsync(page, $"{name}-{width}{(isDark ? "-dark" : "")}");
        }
    }

    [Test]
    public async Task A_page_has_its_landmarks_and_every_control_has_a_name()
    {
        IPage page = await _browser.OpenAsync(_host.Address);
        foreach (string url in Pages)
        {
            _ = await page.GotoAsync(url);
            Assert.That(await page.Locator("main").CountAsync(), Is.EqualTo(1), url);
            Assert.That(await page.Locator("h1").CountAsync(), Is.EqualTo(1), url);
            Assert.That(await page.Locator("[role=search]").CountAsync(), Is.EqualTo(1), url);
            string[] nameless = await page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll("a, button, input:not([type=hidden]), summary")]
                  .filter(e => !(e.getAttribute("aria-label") || e.labels?.length || e.textContent.trim() || e.title))
                  .filter(e => !e.closest("[aria-hidden=true]")).map(e => e.outerHTML)
                """);
            Assert.That(nameless, Is.Empty, url);
        }
    }

    /// <summary>Lists the texts whose contrast (WCAG 2.2, 1.4.3) is below 4.5, or 3 where they are large.</summary>
    private const string Contrast = """
        () => {
          const parse = c => { const m = c.match(/[\d.]+/g); return m ? m.map(Number) : [0, 0, 0, 0]; };
          const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
            .map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
            .reduce((s, v, i) => s + v * [.2126, .7152, .0722][i], 0);
          const behind = e => {
            for (; e; e = e.parentElement) {
              const c = parse(getComputedStyle(e).backgroundColor);
              if (c.length < 4 || c[3] === 1) { return c; }
            }
            return [255, 255, 255];
          };
          const found = [];
          const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
          for (let node; node = walker.nextNode();) {
            const e = node.parentElement, style = getComputedStyle(e);
            if (!node.data.trim() || !e.checkVisibility() || e.closest("svg, .hidden, dialog")) { continue; }
            const [a, b] = [light(parse(style.color)), light(behind(e))].sort((x, y) => y - x);
            const size = parseFloat(style.fontSize), isLarge = size >= 24 || size >= 18.66 && style.fontWeight >= 700;
            if ((a + .05) / (b + .05) < (isLarge ? 3 : 4.5)) {
              found.push(e.className + ": " + node.data.trim().slice(0, 40));
            }
          }
          return found;
        }
        """;

    /// <summary>
    /// Closes the list of keys. The browser gives the focus back a moment later, so its going is awaited.
    /// </summary>
    private static async Task CloseKeysAsync(IPage page)
    {
        await page.Keyboard.PressAsync("Escape");
        await page.Locator("#keys").WaitForAsync(new() { State = WaitForSelectorState.Hidden });
    }

    private static Task<string> Focused(IPage page) => page.EvaluateAsync<string>("document.activeElement.id");
}
