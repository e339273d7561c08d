using System.CommandLine;
using MiCheckin.Core.Stages;
using MiCheckin.Functions;
using MiCheckin.Functions.Settings;
using MiCheckin.Functions.Simulator;
using MiCheckin.Functions.Storage;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Text;

namespace MiCheckin.Cli.Rehearse;

/// <summary><c>rehearse</c>: weeks of the real program in seconds, on simulated phones, printed as a talk.</summary>
internal static class RehearseCommand
{
    private const int WrongSettings = 2;
    private static readonly LocalDateTimePattern Moment = LocalDateTimePattern.CreateWithInvariantCulture(
        "ddd MMM d, h:mm tt"
    );

    public static Command Create()
    {
        var weeks = new Option<int>("--weeks")
        {
            Description = "How many weeks to play.",
            DefaultValueFactory = _ => 8,
        };
        var person = new Option<string>("--person")
        {
            Description = "Which of the sample people answers.",
            DefaultValueFactory = _ => "Rosa",
        };
        var command = new Command(
            "rehearse",
            "Play weeks of a program in seconds, with a made-up person who answers."
        )
        {
            weeks,
            person,
        };
        command.SetAction(
            (parsed, cancellationToken) =>
                RunAsync(
                    parsed.GetValue(person) ?? "Rosa",
                    Math.Clamp(parsed.GetValue(weeks), 1, 52),
                    parsed.InvocationConfiguration.Output,
                    parsed.InvocationConfiguration.Error,
                    cancellationToken
                )
        );
        return command;
    }

    private static async Task<int> RunAsync(
        string name,
        int weeks,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken
    )
    {
        var folder = Directory.CreateTempSubdirectory("micheckin-rehearsal-");
        try
        {
            // Whatever the environment says: a rehearsal touches nobody's storage and no real phone.
            var builder = Startup.NewBuilder(
                LaunchArguments.Read([
                    "--data",
                    folder.FullName,
                    "--storage",
                    "embedded",
                    "--texts",
                    "simulator",
                ])
            );
            if (SettingsReader.Read(builder.Configuration) is not SettingsOutcome.Good settings)
            {
                await error.WriteLineAsync(
                    "The environment holds settings that do not fit: start the program itself to see which."
                );
                return WrongSettings;
            }

            await using var app = await Startup.BuildAsync(builder, settings, cancellationToken);
            return await PlayAsync(app, name, weeks, output, error, cancellationToken);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<int> PlayAsync(
        WebApplication app,
        string name,
        int weeks,
        TextWriter output,
        TextWriter error,
        CancellationToken cancellationToken
    )
    {
        var person = await app
            .Services.GetRequiredService<ParticipantStore>()
            .EverybodyAsync(cancellationToken)
            .FirstOrDefaultAsync(
                p => string.Equals(p.Profile.Name.Reveal(), name, StringComparison.OrdinalIgnoreCase),
                cancellationToken
            );
        if (person is null)
        {
            await error.WriteLineAsync($"Nobody in the sample is called {name}. Try Rosa, Denise or Mei.");
            return 1;
        }

        var rehearser = ActivatorUtilities.CreateInstance<Rehearser>(app.Services);
        var zone = DateTimeZoneProviders.Tzdb[person.Profile.Zone];
        var rehearsed = await rehearser.PlayAsync(person.Id, Persona.Warming, weeks, cancellationToken);
        var lines = rehearsed
            .Talk.Select(bubble => (bubble.At, Line: Said(bubble, name, zone)))
            .Concat(rehearsed.Moves.Select(move => (move.At, Line: Moved(move))))
            .OrderBy(l => l.At);

        foreach (var (_, line) in lines)
        {
            await output.WriteLineAsync(line);
        }

        return 0;
    }

    private static string Said(Bubble bubble, string name, DateTimeZone zone)
    {
        var at = Moment.Format(bubble.At.InZone(zone).LocalDateTime);
        return $"{at, -22} {(bubble.FromPerson ? $"{name}:" : "      ")} {bubble.Body.Reveal()}";
    }

    private static string Moved(StageMove move)
    {
        var from = move.From is { } stage ? StageMoves.Name(stage) : "none";
        var evidence = string.Join("; ", move.Evidence.Select(e => $"\"{e.Words}\" read as {e.ReadAs}"));
        return $"-- stage: {from} -> {StageMoves.Name(move.To)} (rule {move.Rule}: {evidence})";
    }
}
