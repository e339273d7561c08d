using MiCheckin.Perf;

if (args is not ["reading", ..])
{
    await Console.Error.WriteLineAsync("Which part? reading [folder of the corpus]");
    return 1;
}

foreach (var line in ReadingPerf.Run(args is [_, var folder, ..] ? folder : "corpus"))
{
    await Console.Out.WriteLineAsync(line);
}

return 0;
