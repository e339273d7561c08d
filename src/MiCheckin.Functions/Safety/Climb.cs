using MiCheckin.Functions.Mail;

namespace MiCheckin.Functions.Safety;

/// <summary>One run up the ladder: which steps are due, who was reached, and what stays to be done.</summary>
internal sealed class Climb
{
    private readonly StoredAlert alert;
    private readonly AlertLadder ladder;
    private readonly Queue<int> due;
    private readonly HashSet<LadderContact> told = [];
    private readonly List<int> unreached = [];
    private readonly int steps;
    private int textedSteps;
    private bool anyReached;

    public Climb(StoredAlert alert, AlertLadder ladder, Instant now)
    {
        this.alert = alert;
        this.ladder = ladder;
        textedSteps = alert.TextedSteps;

        // Only danger climbs: whoever asked for the coach is the coach's.
        steps = alert.IsRisk ? Math.Max(alert.Pages, AlertLadder.StepsBy(alert.RaisedAt, now)) : 1;
        due = new Queue<int>([.. alert.Unreached, .. Enumerable.Range(alert.Pages, steps - alert.Pages)]);
    }

    /// <summary>The next step whose contact was not told in this run; null at the end.</summary>
    public int? Next()
    {
        while (due.TryDequeue(out var step))
        {
            if (told.Add(ladder.At(step)))
            {
                return step;
            }
        }

        return null;
    }

    public void Texted(int? step) => textedSteps = Math.Max(textedSteps, step + 1 ?? 0);

    public void Mailed(int step, MailOutcome outcome)
    {
        switch (outcome)
        {
            case MailOutcome.Sent:
                anyReached = true;
                break;
            case MailOutcome.Refused:
                // This address will never do: the next contact is told now instead of in a quarter of an hour.
                PassOn(step);
                break;
            case MailOutcome.TryLater or MailOutcome.Unknown or MailOutcome.OurSetUp:
                unreached.Add(step);
                break;
            default:
                throw new InvalidOperationException($"A mail cannot end as {outcome}.");
        }
    }

    /// <summary>The alert as it stands after the run. What was not reached is due at once, the rest at the ladder's time.</summary>
    public StoredAlert After() =>
        alert with
        {
            State = anyReached ? AlertState.Paged : alert.State,
            Pages = steps,
            TextedSteps = textedSteps,
            Unreached = unreached,
            LeaseUntil = null,
            NextPageAt =
                unreached.Count > 0 ? alert.NextPageAt
                : alert.IsRisk ? AlertLadder.DueAt(alert.RaisedAt, steps)
                : null,
        };

    private void PassOn(int step)
    {
        var next = Enumerable
            .Range(step + 1, ladder.Contacts.Count)
            .Append(AlertLadder.StepsBeforeLast)
            .Cast<int?>()
            .FirstOrDefault(s => !told.Contains(ladder.At(s!.Value)));

        if (next is { } other)
        {
            due.Enqueue(other);
        }
    }
}
