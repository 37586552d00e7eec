using Search.Queries.Parsing;
using Search.Queries.Trees;

namespace Search.Queries.Printing;

/// <summary>Prints trees as query strings.</summary>
public static class QueryPrinter
{
    /// <summary>
    /// The canonical string of a tree: parsed with the same options it gives the same tree, for every tree that parsing
    /// can give. A tree made by hand comes back as one that matches the same, as docs/QUERIES.md says.
    /// </summary>
    /// <param name="query">The tree.</param>
    /// <param name="options">How the string will be read; without them, as by new options.</param>
    /// <exception cref="ArgumentNullException">The tree is null.</exception>
    public static string Print(Query query, QueryOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(query);
        options ??= new QueryOptions();
        Query normal = new NormalForm(options).Of(query);
        var printer = new TreePrinter(options, isSparse: false);
        printer.Write(normal);
        if (printer.MaxDepth > options.MaxDepth)
        {
            printer = new TreePrinter(options, isSparse: true);
            printer.Write(normal);
        }

        return printer.Text;
    }
}
