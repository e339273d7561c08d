using System.CommandLine;
using MiCheckin.Cli.Check;

var root = new RootCommand("MiCheckin: enrol people, check a program script, read replies.")
{
    CheckCommand.Create(),
};
return await root.Parse(args).InvokeAsync(cancellationToken: CancellationToken.None);
