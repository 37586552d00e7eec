using Microsoft.Extensions.Logging;

namespace Search.Service.Hosting;

/// <summary>What the server says when it starts.</summary>
internal static partial class ServerLog
{
    /// <summary>A setting that is none: misspelt, most likely.</summary>
    [LoggerMessage(LogLevel.Warning, "There is no setting {Key}.")]
    public static partial void UnknownSetting(ILogger log, string key);
}
