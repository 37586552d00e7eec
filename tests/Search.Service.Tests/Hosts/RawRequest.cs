using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Search.Service.Tests.Hosts;

/// <summary>Sends bytes as they are, which no client would let through.</summary>
internal static class RawRequest
{
    /// <summary>Sends one request and reads what comes until the server closes.</summary>
    /// <returns>The status, 0 where the server closed without one, and the whole answer.</returns>
    public static async Task<(int Status, string Answer)> SendAsync(Uri address, byte[] request)
    {
        using TcpClient client = new();
        using CancellationTokenSource limit = new(TimeSpan.FromSeconds(20));
        await client.ConnectAsync(address.Host, address.Port, limit.Token);
        await using NetworkStream stream = client.GetStream();
        using MemoryStream answer = new();
        try
        {
            await stream.WriteAsync(request, limit.Token);
            client.Client.Shutdown(SocketShutdown.Send);
            await stream.CopyToAsync(answer, limit.Token);
        }
        catch (IOException)
        {
            // The server may close while it is still being written to; what it said before counts.
        }

        string text = Encoding.Latin1.GetString(answer.ToArray());
        int status = text.Length >= 12 && text.StartsWith("HTTP/1.1 ", StringComparison.Ordinal)
            ? int.Parse(text.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture)
            : 0;
        return (status, text);
    }
}
