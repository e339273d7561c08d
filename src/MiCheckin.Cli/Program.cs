using System.CommandLine;
using MiCheckin.Cli.Check;
using MiCheckin.Cli.Enrol;
using MiCheckin.Cli.Export;
using MiCheckin.Cli.Fidelity;
using MiCheckin.Cli.Ledger;
using MiCheckin.Cli.Publish;
using MiCheckin.Cli.Read;
using MiCheckin.Cli.Rehearse;

var root = new RootCommand("MiCheckin: enrol people, check a program script, read replies.")
{
    CheckCommand.Create(),
    EnrolCommand.Create(),
    ExportCommand.Create(),
    FidelityCommand.Create(),
    LedgerCommand.Create(),
    PublishCommand.Create(),
    RehearseCommand.Create(),
    ReadCommand.Create(),
    TrainCommand.Create(),
    SlipsCommand.Create(),
};
return await root.Parse(args).InvokeAsync(cancellationToken: CancellationToken.None);
