using MiCheckin.Perf;

if (args is not ["reading", ..])
{
    await Console.Error.WriteLineAsync("Which part? reading [folder of the corpus]");
    return 1;
}

ReadingPerf.Run(args is [_, var folder, ..] ? folder : "corpus", Console.Out);
return 0;
