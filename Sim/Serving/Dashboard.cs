using System.Reflection;
using Microsoft.AspNetCore.StaticFiles;

namespace Locomotion.Sim.Serving;

/// <summary>The files of the page for browsers, which lie in this program.</summary>
internal sealed class Dashboard
{
    private const string Prefix = "dashboard/";
    private static readonly Assembly Here = typeof(Dashboard).Assembly;

    private readonly HashSet<string> files = [.. Here.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))];
    private readonly FileExtensionContentTypeProvider types = new();

    /// <summary>The file at a path of the server; null if there is none.</summary>
    public (Stream Content, string Type)? Open(string path)
    {
        string name = Prefix + (path.Trim('/') is { Length: > 0 } file ? file : "index.html");
        if (!files.Contains(name)) return name == $"{Prefix}index.html" ? (new MemoryStream(Placeholder.ToArray()), "text/html; charset=utf-8") : null;
        string type = types.TryGetContentType(name, out string? known) ? known : "application/octet-stream";
        return (Here.GetManifestResourceStream(name)!, type.StartsWith("text/", StringComparison.Ordinal) ? $"{type}; charset=utf-8" : type);
    }

    private static ReadOnlySpan<byte> Placeholder => """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>Locomotion</title>
        <h1>Locomotion</h1><p>The animals are on MQTT, also for browsers by WebSocket at <code>/mqtt</code>; docs/mqtt.md says how. This build holds no dashboard.</p></html>
        """u8;
}
