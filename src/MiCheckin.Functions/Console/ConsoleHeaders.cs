namespace MiCheckin.Functions.Console;

/// <summary>What browsers are told about every page: run and load only our own, show it in no one's frame, tell no one the address.</summary>
internal static class ConsoleHeaders
{
    private const string OurOwnOnly =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        + "frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>A mail brings its own styles and is shown in a frame of ours that may do nothing at all.</summary>
    private const string MailInFrame =
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";

    public static void Write(HttpResponse response)
    {
        response.Headers.ContentSecurityPolicy = OurOwnOnly;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers["Cross-Origin-Opener-Policy"] = "same-origin";
        response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        response.Headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
        response.Headers.CacheControl = "no-store";
    }

    public static void WriteForMail(HttpResponse response) =>
        response.Headers.ContentSecurityPolicy = MailInFrame;
}
