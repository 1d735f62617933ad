using System.IO.Hashing;
using System.Reflection;
using System.Runtime.InteropServices;

namespace Locomotion.Telemetry.Recording;

/// <summary>Where a recording comes from.</summary>
public static class Provenance
{
    /// <summary>Version and commit of this program, as its build noted them: "0.1.0+1a2b3c".</summary>
    public static string Version { get; } =
        typeof(Provenance).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>The version alone: "0.1.0".</summary>
    public static string Number => Version.Split('+')[0];

    /// <summary>The commit that it was built from, or "unknown".</summary>
    public static string Commit => Version.Split('+') is [_, var commit, ..] ? commit : "unknown";

    /// <summary>Program, machine, and a digest of each file.</summary>
    public static IReadOnlyDictionary<string, string> Of(IEnumerable<RecordedFile> files)
    {
        Dictionary<string, string> pairs = new()
        {
            ["version"] = Number,
            ["commit"] = Commit,
            ["machine"] = Environment.MachineName,
            ["architecture"] = RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant(),
            ["system"] = RuntimeInformation.OSDescription,
            ["kernel"] = Environment.OSVersion.VersionString,
            ["dotnet"] = RuntimeInformation.FrameworkDescription,
        };
        foreach (RecordedFile file in files) pairs[DigestKey(file.Name)] = DigestOf(file.Content.Span);
        return pairs;
    }

    /// <summary>The key under which a file's digest stands.</summary>
    public static string DigestKey(string fileName) => $"xxh128 {fileName}";

    /// <summary>A file's XXH128, in hexadecimal digits.</summary>
    public static string DigestOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(XxHash128.Hash(content));
}
