using NUnit.Framework;

namespace Search.Engine.Tests.Oracle;

/// <summary>
/// Seeds of random tests: other ones in each run, printed, and the same again by <c>SEARCH_TEST_SEED</c>.
/// </summary>
internal static class Seeds
{
    private static int _next = int.TryParse(Environment.GetEnvironmentVariable("SEARCH_TEST_SEED"), out int seed)
        ? seed
        : Environment.TickCount & 0xFFFFFF;

    public static int Next()
    {
        int seed = Interlocked.Increment(ref _next);
        if (seed % 20 == 0)
        {
            TestContext.Out.WriteLine($"seed {seed}");
        }

        return seed;
    }
}
