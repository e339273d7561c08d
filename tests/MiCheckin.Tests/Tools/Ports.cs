using System.Net;
using System.Net.Sockets;

namespace MiCheckin.Tests.Tools;

/// <summary>Ports for programs that must be told theirs, and ports where nobody listens.</summary>
internal static class Ports
{
    /// <summary>Below those that the system gives away by itself, to other tests' connections too, between our look and the program's start.</summary>
    private const int First = 20_000;
    private const int Count = 10_000;
    private static int _next = Random.Shared.Next(Count);

    /// <summary>A port that is free and that nobody else here is given.</summary>
    public static int Free()
    {
        while (true)
        {
            var port = First + ((Interlocked.Increment(ref _next) & int.MaxValue) % Count);

            try
            {
                using var listener = new TcpListener(IPAddress.Loopback, port);
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Taken: the next.
            }
        }
    }

    /// <summary>A port that refuses whoever calls, as long as the socket is held.</summary>
    public static Socket Refusing(out int port)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        port = ((IPEndPoint)socket.LocalEndPoint!).Port;
        return socket;
    }
}
