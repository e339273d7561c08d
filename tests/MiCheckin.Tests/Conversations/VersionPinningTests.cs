using FsCheck;
using FsCheck.Fluent;
using MiCheckin.Core.Conversations;
using MiCheckin.Core.Participants;
using MiCheckin.Core.Programs;
using MiCheckin.Functions.Storage;
using MiCheckin.Functions.Storage.Embedded;
using MiCheckin.Tests.Programs;
using Keys = MiCheckin.Functions.Storage.Keys;

namespace MiCheckin.Tests.Conversations;

/// <summary>
/// An edited program is published while people are on the way. Whatever happens, in whatever order, each is told what they
/// would have been told without it: nothing is asked again, nothing fires twice, nobody's arm changes.
/// </summary>
public sealed class VersionPinningTests
{
    private const int HistoriesTried = 60;

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Publishing_an_edit_midway_changes_nothing_for_who_is_on_the_way() =>
        Prop.ForAll(
                Histories.Any,
                ArbMap.Default.ArbFor<NonNegativeInt>(),
                async (steps, when) =>
                {
                    await using var rows = EmbeddedTables.InMemory();
                    await rows.CreateAsync(Keys.Programs, Stop);
                    await PublishAsync(rows, First);
                    var edited = when.Get % (steps.Length + 1);
                    var state = Conversation.New(Ana);
                    var now = People.Monday;

                    foreach (var (step, n) in steps.Prepend(new Step(0, 0, 40_000)).Select((s, i) => (s, i)))
                    {
                        if (n == edited)
                        {
                            await PublishAsync(rows, Edited);
                        }

                        // A new shelf each time, as a restarted process would have.
                        var program = await new ProgramShelf(rows).GetAsync(state.Profile, Stop);
                        var (at, happened) = Histories.EventOf(step, state, now, $"SM{n}");
                        now = at;
                        var decided = Conversation.Decide(state, Pushed(happened), program);
                        Deep.Equal(Conversation.Decide(state, happened, Known), decided);
                        Assert.Equal(1, decided.State.Profile.ProgramVersion);
                        Assert.True(n is 0 || decided.State.Arm == state.Arm);
                        state = decided.State;
                    }

                    return true;
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(HistoriesTried).WithReplay(20261121, 9));

    [Fact]
    public async Task Who_is_enrolled_after_the_edit_is_told_the_new_words()
    {
        await using var rows = EmbeddedTables.InMemory();
        await rows.CreateAsync(Keys.Programs, Stop);
        await PublishAsync(rows, First);
        await PublishAsync(rows, Edited);
        var shelf = new ProgramShelf(rows);
        var newest = (await shelf.NewestAsync(Stop)).Single(p => p.Id is "move-more");

        Assert.Equal(10, newest.Version);
        Assert.All(newest.In("en").Prompts, p => Assert.StartsWith("New:", p.Text, StringComparison.Ordinal));
    }

    /// <summary>Two arms; versions 1 and 10, so that the newest is told by number and not by spelling.</summary>
    private static string First { get; } = With(1, "a", "b", p => p);

    private static string Edited { get; } = With(10, "b", "a", p => $"New: {p}");

    private static ProgramScript Known { get; } = ProgramJson.Read(First).Program!;

    private static Profile Ana => People.Ana with { ProgramVersion = 1 };

    /// <summary>The same event, where it is a changed profile with the new version in it: nobody is moved by that.</summary>
    private static ConversationEvent Pushed(ConversationEvent happened) =>
        happened is ConversationEvent.CoachActed { Action: CoachAction.ChangeProfile change } acted
            ? acted with
            {
                Action = new CoachAction.ChangeProfile(
                    change.Profile with
                    {
                        ProgramVersion = 10,
                        ProgramId = "other",
                        Id = new ParticipantId("p-other"),
                    }
                ),
            }
            : happened;

    private static async Task PublishAsync(EmbeddedTables rows, string json) =>
        await new ProgramShelf(rows).PublishAsync(ProgramJson.Read(json).Program!, json, Stop);

    private static string With(int version, string first, string second, Func<string, string> words)
    {
        var program = ProgramFile.MoveMore();
        program["version"] = version;
        program["arms"] = new System.Text.Json.Nodes.JsonArray(
            new System.Text.Json.Nodes.JsonObject { ["id"] = first, ["share"] = 0.5 },
            new System.Text.Json.Nodes.JsonObject { ["id"] = second, ["share"] = 0.5 }
        );

        foreach (var language in (string[])["en", "es"])
        {
            foreach (var prompt in program["texts"]![language]!["prompts"]!.AsArray())
            {
                prompt!["text"] = words(prompt["text"]!.GetValue<string>());
            }
        }

        return program.ToJsonString();
    }
}
