using System.CommandLine;

var root = new RootCommand("MiCheckin: enrol people, check a program script, read replies.");
return await root.Parse(args).InvokeAsync(cancellationToken: CancellationToken.None);
