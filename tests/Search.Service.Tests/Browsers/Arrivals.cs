using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Search.Service.Tests.Browsers;

/// <summary>Steps of a browser test that lead to another page.</summary>
internal static class Arrivals
{
    /// <summary>
    /// Does something that leads to a page, and waits for it. The wait begins first: an arrival between the step and
    /// the wait would be missed.
    /// </summary>
    public static async Task ArriveAsync(this IPage page, string url, Func<Task> step)
    {
        Task arrival = page.WaitForURLAsync(url);
        await step();
        await arrival;
    }

    /// <summary>As above, by a pattern of the address.</summary>
    public static async Task ArriveAsync(this IPage page, Regex url, Func<Task> step)
    {
        Task arrival = page.WaitForURLAsync(url);
        await step();
        await arrival;
    }
}
