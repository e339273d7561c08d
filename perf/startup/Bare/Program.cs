// What a start costs that does nothing else: the measure for perf/startup.sh.
var app = WebApplication.CreateSlimBuilder(args).Build();
app.MapGet("/healthz", () => "ok");
app.Run();
