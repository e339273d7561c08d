using MiCheckin.Functions;

return await Startup.RunAsync(args, CancellationToken.None);
