using System.Net;
using System.Reflection;
using System.Text;
using Locomotion.Controller.Parameters;

namespace Locomotion.Deploy.Serving;

/// <summary>
/// The page for browsers, which lies in this program, by HTTP. Only files, and nothing of the robot, pass here: the page speaks to the broker,
/// with that broker's passwords.
/// </summary>
public sealed class DashboardServer : IDisposable
{
    private const string Prefix = "dashboard/";
    private const string Policy = "default-src 'self'; img-src 'self' data:; connect-src 'self' ws: wss:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static readonly Assembly Here = typeof(DashboardServer).Assembly;
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8", [".js"] = "text/javascript; charset=utf-8", [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml", [".txt"] = "text/plain; charset=utf-8",
    };

    private readonly HashSet<string> files = [.. Here.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))];
    private readonly HttpListener listener = new();
    private readonly string? broker;
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
        thread.Join();
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
        string name = Prefix + (path.Length == 0 ? "index.html" : path);
        if (!files.Contains(name))
        {
            response.StatusCode = (int)HttpStatusCode.NotFound;
            response.OutputStream.Write(Encoding.UTF8.GetBytes("There is no such file here."));
            return;
        }
        response.ContentType = Types.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream");
        response.Headers["Content-Security-Policy"] = Policy;
        response.Headers["X-Content-Type-Options"] = "nosniff";
        using Stream file = Here.GetManifestResourceStream(name)!;
        response.ContentLength64 = file.Length;
        if (request.HttpMethod == "GET") file.CopyTo(response.OutputStream);
    }
}
