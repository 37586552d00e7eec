using Microsoft.Playwright;
using NUnit.Framework;

namespace Search.Service.Tests.Browsers;

/// <summary>The system's own Chromium, driven without a download.</summary>
internal sealed class Chromium : IAsyncDisposable
{
    private const string Executable = "/usr/bin/chromium";
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;

    private Chromium(IPlaywright playwright, IBrowser browser)
    {
        _playwright = playwright;
        _browser = browser;
    }

    /// <summary>Starts it; skips the test with the reason where it is not installed.</summary>
    public static async Task<Chromium> StartAsync()
    {
        if (!File.Exists(Executable))
        {
            Assert.Ignore($"{Executable} is not installed.");
        }

        IPlaywright playwright = await Playwright.CreateAsync();
        IBrowser browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Executable,
            // Chromium's own sandbox cannot be had by root, in containers above all; the pages are ours.
            Args = ["--no-sandbox", "--disable-gpu"],
        });
        return new Chromium(playwright, browser);
    }

    /// <summary>Opens a window of its own.</summary>
    /// <param name="address">Where relative addresses start.</param>
    /// <param name="width">Width in CSS pixels.</param>
    /// <param name="isDark">Whether the system prefers dark.</param>
    /// <param name="hasScript">Whether pages may run scripts.</param>
    public async Task<IPage> OpenAsync(Uri address, int width = 1280, bool isDark = false, bool hasScript = true)
    {
        IBrowserContext context = await _browser.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.ToString(),
            ViewportSize = new ViewportSize { Width = width, Height = width < 600 ? 800 : 1000 },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = hasScript,
        });
        context.SetDefaultTimeout(10_000);
        return await context.NewPageAsync();
    }

    /// <summary>Saves what a page looks like, among the build's results.</summary>
    public static async Task SaveAsync(IPage page, string name)
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Search.sln")))
        {
            root = Path.GetDirectoryName(root)
                ?? throw new InvalidOperationException("Search.sln is nowhere above the tests.");
        }

        await page.ScreenshotAsync(new PageScreenshotOptions
        {
            Path = Path.Combine(root, "artifacts", "screenshots", name + ".png"),
            FullPage = true,
        });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
