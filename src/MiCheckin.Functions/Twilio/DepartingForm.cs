using System.Net;
using System.Net.Http.Headers;

namespace MiCheckin.Functions.Twilio;

/// <summary>
/// A form that knows whether it left. Until a connection asks for its bytes, the provider cannot have processed it,
/// whatever went wrong; from then on it may have.
/// </summary>
internal sealed class DepartingForm : HttpContent
{
    private readonly byte[] _bytes;

    private DepartingForm(byte[] bytes)
    {
        _bytes = bytes;
        Headers.ContentType = new MediaTypeHeaderValue("application/x-www-form-urlencoded");
    }

    public bool HasLeft { get; private set; }

    public static async Task<DepartingForm> OfAsync(
        IEnumerable<KeyValuePair<string, string>> fields,
        CancellationToken cancellationToken
    )
    {
        using var encoded = new FormUrlEncodedContent(fields);
        return new DepartingForm(await encoded.ReadAsByteArrayAsync(cancellationToken));
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(
        Stream stream,
        TransportContext? context,
        CancellationToken cancellationToken
    )
    {
        HasLeft = true;
        await stream.WriteAsync(_bytes, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }
}
