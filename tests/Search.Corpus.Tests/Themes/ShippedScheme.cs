using Search.Corpus.Themes;

namespace Search.Corpus.Tests.Themes;

/// <summary>The scheme that ships with the project, read once.</summary>
internal static class ShippedScheme
{
    private static readonly Lazy<ThemeScheme> Trained = new(() => ThemeScheme.Load(Path));

    /// <summary>Path of the scheme.</summary>
    public static string Path => System.IO.Path.Combine(TestData.ProjectRoot(), "corpus", "themes.yaml");

    /// <summary>The scheme with its model.</summary>
    public static ThemeScheme Value => Trained.Value;
}
