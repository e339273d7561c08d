using System.Diagnostics;
using System.Globalization;
using MiCheckin.Simulation;

// Without --seeds this is an ordinary test project; with it, a long run: --seeds 20000 [--from 1].
var asked = Array.IndexOf(args, "--seeds");

if (asked < 0)
{
    return await Xunit.Runner.InProc.SystemConsole.ConsoleRunner.Run(args);
}

var from = Array.IndexOf(args, "--from") is >= 0 and var at ? Number(at + 1) : 1;
var (count, failed, watch) = (Number(asked + 1), 0, Stopwatch.StartNew());
var total = new Tally();

for (var seed = from; seed < from + count; seed++)
{
    var result = await Simulator.RunAsync(seed);
    total = total.Plus(result.Tally);

    if (result.Broken.Count > 0)
    {
        failed++;
        Console.WriteLine(result);
    }
}

Console.WriteLine($"{count} seeds, {failed} failed, {watch.Elapsed.TotalSeconds:F0} s: {total}");
return failed == 0 ? 0 : 1;

int Number(int position) =>
    position < args.Length && int.TryParse(args[position], CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new ArgumentException(
            "--seeds and --from are followed by a number, such as --seeds 20000.",
            nameof(position)
        );
