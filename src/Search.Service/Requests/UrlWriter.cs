using System.Text;

namespace Search.Service.Requests;

/// <summary>Writes an address on this server: a path, then parameters in the order they are added.</summary>
internal sealed class UrlWriter(string path)
{
    private readonly StringBuilder _url = new(path);
    private bool _hasParameter;

    /// <summary>Adds one parameter; nothing where its value is null.</summary>
    public UrlWriter Add(string name, string? value)
    {
        if (value is not null)
        {
            _url.Append(_hasParameter ? '&' : '?').Append(name).Append('=').Append(Uri.EscapeDataString(value));
            _hasParameter = true;
        }

        return this;
    }

    /// <summary>The address.</summary>
    public override string ToString() => _url.ToString();
}
