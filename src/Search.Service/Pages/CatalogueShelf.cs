using Search.Passages;

namespace Search.Service.Pages;

/// <summary>Keeps the catalogue of the current generation.</summary>
internal sealed class CatalogueShelf(PassageIndex index)
{
    private readonly Lock _lock = new();
    private Catalogue _current = Catalogue.Empty;

    /// <summary>The catalogue, read anew where the generation changed.</summary>
    public Catalogue Current()
    {
        long? generation = index.Generation;
        if (generation is null)
        {
            return Catalogue.Empty;
        }

        lock (_lock)
        {
            if (_current.Generation != generation)
            {
                _current = Catalogue.Read(index);
            }

            return _current;
        }
    }
}
