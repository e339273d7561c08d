using MiCheckin.Core.Participants;
using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Twilio;

namespace MiCheckin.Functions.Outbound;

/// <summary>Takes one delivery report. Reports come late, twice, in any order, and before the call has returned.</summary>
internal sealed partial class StatusFlow(TextSettler settler, ILogger<StatusFlow> logger)
{
    /// <summary>False where the report says nothing new, or is about no text of ours.</summary>
    public async Task<bool> HandleAsync(TextStatusReport report, CancellationToken cancellationToken)
    {
        if (report.MessageId is not { } message || !Keys.TryMessage(message, out var id, out var textKey))
        {
            Log.NotOurs(logger, report.MessageSid);
            return false;
        }

        var news = new TextNews(report.MessageSid, report.Status, report.ErrorCode, report.Trouble);
        var isNew = await settler.HearAsync(id, null, news, cancellationToken, textKey);
        Log.Heard(logger, id, textKey, report.Status.Word, report.ErrorCode ?? 0, isNew);
        return isNew;
    }

    private static partial class Log
    {
        [LoggerMessage(3070, LogLevel.Warning, "A delivery report of {MessageSid} names no text of ours")]
        public static partial void NotOurs(ILogger logger, string messageSid);

        [LoggerMessage(
            3071,
            LogLevel.Information,
            "Text {Text} of {Participant}: {Status}, code {Code}, new: {IsNew}"
        )]
        public static partial void Heard(
            ILogger logger,
            ParticipantId participant,
            string text,
            string status,
            int code,
            bool isNew
        );
    }
}
