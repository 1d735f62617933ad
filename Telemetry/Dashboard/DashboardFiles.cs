using System.Reflection;

namespace Locomotion.Telemetry.Dashboard;

/// <summary>The files of the dashboard, which lie in this library: the desk's program and the robot's both serve them.</summary>
public static class DashboardFiles
{
    /// <summary>What a browser is told of them: a page runs what came with it, and nothing else may frame it; it may speak to another broker, as its address asks.</summary>
    public const string Policy = "default-src 'self'; img-src 'self' data:; connect-src 'self' ws: wss:; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string Prefix = "dashboard/";
    private static readonly Assembly Here = typeof(DashboardFiles).Assembly;
    private static readonly HashSet<string> Names = [.. Here.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))];
    private static readonly Dictionary<string, string> Types = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".svg"] = "image/svg+xml",
        [".txt"] = "text/plain; charset=utf-8",
    };

    /// <summary>The file at a path of the server, and its media type; null if there is none.</summary>
    public static (Stream Content, string Type)? Open(string path)
    {
        string name = Prefix + (path.Trim('/') is { Length: > 0 } file ? file : "index.html");
        return Names.Contains(name) ? (Here.GetManifestResourceStream(name)!, Types.GetValueOrDefault(Path.GetExtension(name), "application/octet-stream")) : null;
    }
}
