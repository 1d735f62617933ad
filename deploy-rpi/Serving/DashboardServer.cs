using System.Net;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Dashboard;

namespace Locomotion.Deploy.Serving;

/// <summary>
/// The page for browsers, which lies in this program, by HTTP. Only files, and nothing of the robot, pass here: the page speaks to the broker,
/// with that broker's passwords.
/// </summary>
public sealed class DashboardServer : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly string? broker;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly Thread thread;

    /// <summary>Begins to listen.</summary>
    /// <param name="port">TCP port, on all of the machine's addresses.</param>
    /// <param name="broker">Where the page finds the broker by WebSocket, as in wss://pi:9001; HOST in it is the name by which the page was asked for.
    /// Null: the page's own address.</param>
    /// <exception cref="InvalidInputException">The port cannot be listened on.</exception>
    public DashboardServer(int port, string? broker)
    {
        this.broker = broker;
        listener.Prefixes.Add($"http://+:{port}/");
        try
        {
            listener.Start();
        }
        catch (HttpListenerException fault)
        {
            throw new InvalidInputException("Dashboard", $"port {port}", $"cannot be listened on ({fault.Message.TrimEnd('.')})", "choose another with --page");
        }
        thread = new Thread(Serve) { Name = "dashboard", IsBackground = true };
        thread.Start();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        listener.Close();
        thread.Join(Patience);      // closing does not always wake it; it is a background thread, and the program must end
    }

    private void Serve()
    {
        while (listener.IsListening)
        {
            try
            {
                Answer(listener.GetContext());
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException or InvalidOperationException or IOException)
            {
                // a browser that went away, or the end
            }
        }
    }

    private void Answer(HttpListenerContext context)
    {
        HttpListenerRequest request = context.Request;
        using HttpListenerResponse response = context.Response;
        string path = request.Url?.AbsolutePath.Trim('/') ?? "";
        if (request.HttpMethod is not ("GET" or "HEAD"))
        {
            response.StatusCode = (int)HttpStatusCode.MethodNotAllowed;
            return;
        }
        if (path.Length == 0 && broker is not null && request.QueryString["broker"] is null)
        {
            string where = broker.Replace("HOST", request.Url!.Host, StringComparison.Ordinal);
            response.Redirect($"/?broker={Uri.EscapeDataString(where)}");
            return;
        }
        if (DashboardFiles.Open(path) is not { } found)
        {
            response.StatusCode = (int)HttpStatusCode.NotFound;
            response.OutputStream.Write("There is no such file here."u8);
            return;
        }
        using Stream file = found.Content;
        response.ContentType = found.Type;
        response.Headers["Content-Security-Policy"] = DashboardFiles.Policy;
        response.Headers["X-Content-Type-Options"] = "nosniff";
        response.ContentLength64 = file.Length;
        if (request.HttpMethod == "GET") file.CopyTo(response.OutputStream);
    }
}
