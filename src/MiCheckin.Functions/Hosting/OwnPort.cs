using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;

namespace MiCheckin.Functions.Hosting;

/// <summary>
/// A port of this machine that is ours from the moment it is chosen: its socket listens at once, so that nobody is faster
/// between the choice, which links in mails are made of, and the server's start, which takes the socket over.
/// </summary>
internal sealed class OwnPort
{
    private readonly Socket _socket;

    private OwnPort(Socket socket) => _socket = socket;

    public int Number => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    public string Address => $"http://127.0.0.1:{Number}";

    /// <summary>The wanted port on loopback, or any where it is taken; 0 asks for any.</summary>
    public static OwnPort Open(int wanted)
    {
        try
        {
            return new OwnPort(Listening(wanted));
        }
        catch (SocketException taken)
            when (taken.SocketErrorCode is SocketError.AddressAlreadyInUse or SocketError.AccessDenied)
        {
            return new OwnPort(Listening(0));
        }
    }

    /// <summary>From now on the server answers on it.</summary>
    public void HandTo(WebApplicationBuilder builder) =>
        builder.Services.Configure<SocketTransportOptions>(sockets =>
            sockets.CreateBoundListenSocket = asked =>
                asked is IPEndPoint { Port: var port } && port == Number
                    ? _socket
                    : SocketTransportOptions.CreateDefaultBoundListenSocket(asked)
        );

    private static Socket Listening(int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            socket.Bind(new IPEndPoint(IPAddress.Loopback, port));
            socket.Listen();
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }
}
