using Quartz;

namespace Search.Service.Settings;

/// <summary>When the folder is indexed again.</summary>
public sealed record ReindexSettings
{
    /// <summary>Whether the folder is indexed when the service starts; without an index it always is.</summary>
    public bool OnStart { get; init; } = true;

    /// <summary>
    /// A cron expression in UTC: five fields as crontab has them, or six or seven as Quartz has them. Empty for no
    /// schedule.
    /// </summary>
    public string Cron { get; init; } = "0 3 * * *";

    /// <summary>Whether changes of files in the folder are noticed.</summary>
    public bool Watch { get; init; } = true;

    /// <summary>How long the folder must be quiet after a change before it is indexed, in milliseconds.</summary>
    public int QuietMilliseconds { get; init; } = 2_000;

    /// <summary>
    /// How often the folder is listed and compared where the system tells of no changes, in seconds; 0 for never.
    /// Network shares and some container volumes tell of none.
    /// </summary>
    public int PollSeconds { get; init; } = 60;

    /// <summary>The schedule; null for none.</summary>
    internal CronExpression? Schedule { get; init; }

    /// <summary>Reads the section <c>Search:Reindex</c>.</summary>
    /// <exception cref="SettingsException">A value is not allowed.</exception>
    internal static ReindexSettings Read(SettingsReader reader)
    {
        ReindexSettings defaults = new();
        // "off" rather than an empty value, since an empty value in the environment means "not set".
        string cron = reader.Text("Reindex:Cron", defaults.Cron);
        bool isOff = cron.Equals("off", StringComparison.OrdinalIgnoreCase);
        return new ReindexSettings
        {
            OnStart = reader.Switch("Reindex:OnStart", defaults.OnStart),
            Cron = isOff ? "" : cron,
            Schedule = isOff ? null : Parse(cron),
            Watch = reader.Switch("Reindex:Watch", defaults.Watch),
            QuietMilliseconds = reader.Whole("Reindex:QuietMilliseconds", defaults.QuietMilliseconds, 0, 600_000),
            PollSeconds = reader.Whole("Reindex:PollSeconds", defaults.PollSeconds, 0, 86_400),
        };
    }

    private static CronExpression Parse(string cron)
    {
        int fieldCount = cron.Split(' ', StringSplitOptions.RemoveEmptyEntries).Length;
        CronFormat format = fieldCount == 5 ? CronFormat.Unix : CronFormat.Quartz;
        return CronExpression.TryParse(cron, format, out CronExpression? expression)
            ? expression.WithTimeZone(TimeZoneInfo.Utc)
            : throw new SettingsException(
                SettingsReader.Full("Reindex:Cron"), cron, "a cron expression such as \"0 3 * * *\", or \"off\"");
    }
}
