using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Programs;

namespace MiCheckin.Functions.Storage;

/// <content>Deciding an event and storing the decision.</content>
internal sealed partial class ParticipantStore
{
    private const int MaxAttempts = 5;

    /// <summary>
    /// A message put before its text was stored waits this long, so that in the ordinary case it finds it. One that
    /// finds nothing comes back until <see cref="MessageOutlivesCommit"/>: by then the commit never happened.
    /// </summary>
    public static readonly Duration MessageLead = Duration.FromSeconds(1);
    public static readonly Duration MessageOutlivesCommit = Duration.FromMinutes(5);
    private static readonly Duration LongestDelay = Duration.FromDays(6);

    /// <summary>Loads the person, decides the event and stores the decision, again and again while others are faster.</summary>
    public Task<Decided> DecideAsync(
        ParticipantId id,
        ConversationEvent happened,
        CancellationToken cancellationToken
    ) => DecideAsync(id, (_, _) => new Step(happened), cancellationToken);

    /// <summary>The same for a flow whose event depends on the state it meets; null from <paramref name="next"/> ends as <see cref="DecideOutcome.Conflict"/>.</summary>
    public async Task<Decided> DecideAsync(
        ParticipantId id,
        Func<StoredParticipant, ProgramScript, Step?> next,
        CancellationToken cancellationToken
    )
    {
        var already = new HashSet<string>(StringComparer.Ordinal);

        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            if (await FindAsync(id, cancellationToken) is not { } before)
            {
                return new Decided(DecideOutcome.NotFound);
            }

            var program = await programs.GetAsync(before.Profile, cancellationToken);

            if (next(before, program) is not { } step)
            {
                return new Decided(DecideOutcome.Conflict);
            }

            var commit = new Commit(
                before,
                step,
                Conversation.Decide(before.State, step.Happened, program),
                already
            );
            await PrepareAsync(commit, cancellationToken);

            switch (await SubmitAsync(commit, cancellationToken))
            {
                case DecideOutcome.Conflict:
                    continue;
                case DecideOutcome.Saved:
                    await FinishAsync(commit, cancellationToken);
                    return new Decided(DecideOutcome.Saved, commit.Decision);
                case var other:
                    return new Decided(other);
            }
        }

        return new Decided(DecideOutcome.Conflict);
    }

    /// <summary>
    /// Enrols one person: the number first, as it can be given once, then all else in one batch. What a crash cut short
    /// is finished by the next call for the same number.
    /// </summary>
    public async Task<CreateOutcome> CreateAsync(
        Profile profile,
        Core.Participants.PhoneNumber phone,
        ConversationEvent.Enrolled enrolled,
        CancellationToken cancellationToken
    )
    {
        var owner = await phones.ClaimAsync(phone, profile.Id, cancellationToken);

        if (owner != profile.Id && await FindAsync(owner, cancellationToken) is not null)
        {
            return new CreateOutcome(Created: false, owner);
        }

        var before = new StoredParticipant
        {
            Id = owner,
            Phone = phone,
            State = Conversation.New(profile with { Id = owner }),
            Tag = "",
        };
        var program = await programs.GetAsync(profile, cancellationToken);
        var decision = Conversation.Decide(before.State, enrolled, program);
        var commit = new Commit(before, new Step(enrolled), decision, []);
        await PrepareAsync(commit, cancellationToken);
        var outcome = await SubmitAsync(commit, cancellationToken);
        return new CreateOutcome(outcome == DecideOutcome.Saved, owner);
    }

    /// <summary>What must be there before the commit, so that a crash after it loses nothing: cards, index rows, messages.</summary>
    private async Task PrepareAsync(Commit commit, CancellationToken cancellationToken)
    {
        foreach (var alert in commit.Alerts)
        {
            await alerts.RaiseAsync(alert, commit.After.Profile, cancellationToken);
        }

        if (commit.Step.Due is null && commit.NewSlots is { Count: > 0 } added)
        {
            await due.ChangeAsync(commit.Before.Id, added, [], cancellationToken);
        }

        foreach (var text in commit.NewTexts)
        {
            await QueueAsync(commit.Before.Id, text.Key, text.NotBefore, cancellationToken);
        }
    }

    /// <summary>The index rows of a step that came from the index: its message is not gone yet, so it can be last.</summary>
    private async Task FinishAsync(Commit commit, CancellationToken cancellationToken)
    {
        if (commit.Step.Due is { } row)
        {
            await due.ChangeAsync(
                commit.Before.Id,
                commit.NewSlots,
                [row, .. commit.GoneRows],
                cancellationToken
            );
        }
    }

    /// <summary>Puts the message that carries a text to the outbox.</summary>
    public Task QueueAsync(
        ParticipantId id,
        string textKey,
        Instant notBefore,
        CancellationToken cancellationToken
    )
    {
        var now = clock.GetCurrentInstant();
        var delay = Duration.Min(LongestDelay, Duration.Max(MessageLead, notBefore - now));
        var message = new OutboxMessage(id, textKey, now).ToJson();
        return queues.PutAsync(QueueNames.Outbox, message, delay, cancellationToken);
    }

    private async Task<DecideOutcome> SubmitAsync(Commit commit, CancellationToken cancellationToken)
    {
        var id = commit.Before.Id;
        var writes = commit.Writes();

        switch (await tables.SubmitAsync(Keys.Participants, writes, cancellationToken))
        {
            case BatchOutcome.Committed:
                return DecideOutcome.Saved;
            case BatchOutcome.AlreadyExists { Key: var key } when key == Keys.State(id):
                return DecideOutcome.Duplicate;
            case BatchOutcome.AlreadyExists { Key: var key }
                when commit.Step.Reply is { } reply && key == Keys.Reply(id, reply.MessageSid):
                return DecideOutcome.Duplicate;
            case BatchOutcome.AlreadyExists { Key: var key } when commit.TextOf(key) is { } text:
                // This text was planned before. It is sent once, whatever decides it again.
                commit.Already.Add(text.Key);
                return DecideOutcome.Conflict;
            case BatchOutcome.Changed { Key: var key } when key != Keys.State(id):
                return DecideOutcome.TextChanged;
            case BatchOutcome.Changed:
                return DecideOutcome.Conflict;
            case BatchOutcome.Missing:
                return DecideOutcome.NotFound;
            case var other:
                throw new InvalidOperationException($"A decision cannot be stored with {other}.");
        }
    }
}
