namespace MiCheckin.Functions.Console.SignIn;

/// <summary>Marks a route that the console's gate lets nobody but admins through to.</summary>
internal sealed class OnlyAdmins
{
    public static OnlyAdmins Mark { get; } = new();
}

/// <summary>How a page says so where it maps its routes.</summary>
internal static class OnlyAdminsRoutes
{
    public static RouteHandlerBuilder ForAdmins(this RouteHandlerBuilder route) =>
        route.WithMetadata(OnlyAdmins.Mark);
}
