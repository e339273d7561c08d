using System.CommandLine;
using MiCheckin.Cli.Check;
using MiCheckin.Cli.Fidelity;

var root = new RootCommand("MiCheckin: enrol people, check a program script, read replies.")
{
    CheckCommand.Create(),
    FidelityCommand.Create(),
};
return await root.Parse(args).InvokeAsync(cancellationToken: CancellationToken.None);
