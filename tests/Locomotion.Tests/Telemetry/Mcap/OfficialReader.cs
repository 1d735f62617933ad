using System.Diagnostics;
using System.Text.Json;
using Locomotion.Tests.EndToEnd;
using Locomotion.Tests.Sim.Scenarios;

namespace Locomotion.Tests.Telemetry.Mcap;

/// <summary>The reader that the makers of the format publish, run by Node: <c>tests/mcap-check</c>.</summary>
internal static class OfficialReader
{
    /// <summary>What both of its ways to read find in a file, and agree on.</summary>
    public static JsonElement Read(byte[] file, bool decode = false)
    {
        using TemporaryFolder folder = new();
        string path = folder.File("check.mcap");
        File.WriteAllBytes(path, file);
        return Read(path, decode);
    }

    public static JsonElement Read(string path, bool decode = false)
    {
        (int code, string output, string error) = Run(path, decode);
        Assert.True(code == 0, error);
        return JsonDocument.Parse(output).RootElement;
    }

    public static (int Code, string Output, string Error) Run(string path, bool decode = false)
    {
        string folder = Repository.Path("tests", "mcap-check");
        Assert.True(Directory.Exists(Path.Combine(folder, "node_modules")), "The official MCAP reader is not installed: run the tests by ./test.");
        ProcessStartInfo start = new("node", [Path.Combine(folder, "check.mjs"), path, .. decode ? ["--decode"] : Array.Empty<string>()])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(), error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException("The official MCAP reader still runs after two minutes.");
        }
        return (process.ExitCode, output.Result, error.Result);
    }

    /// <summary>One line for each thing found, as <see cref="Recording.AsText"/> writes them.</summary>
    public static string TextOf(JsonElement found)
    {
        Dictionary<int, string> schemas = found.GetProperty("schemas").EnumerateArray().ToDictionary(s => s.GetProperty("id").GetInt32(), s => Text(s, "name"));
        return Recording.Joined(
        [
            .. Each(found, "schemas", s => Recording.Line("S", Text(s, "name"), Text(s, "encoding"), Text(s, "sha256"))).Order(StringComparer.Ordinal),
            .. Each(found, "channels", c => Recording.Line("C", schemas.GetValueOrDefault(c.GetProperty("schemaId").GetInt32(), "-"), Text(c, "topic"),
                Text(c, "messageEncoding"), Map(c, "metadata"))).Order(StringComparer.Ordinal),
            .. Each(found, "messages", m => Recording.Line("M", Text(m, "topic"), Text(m, "sequence"), Text(m, "logTime"), Text(m, "publishTime"), Text(m, "sha256"))),
            .. Each(found, "attachments", a => Recording.Line("A", Text(a, "name"), Text(a, "mediaType"), Text(a, "logTime"), Text(a, "createTime"), Text(a, "sha256"))),
            .. Each(found, "metadata", d => Recording.Line("D", Text(d, "name"), Map(d, "pairs"))),
        ]);
    }

    private static IEnumerable<string> Each(JsonElement found, string list, Func<JsonElement, string> line) => found.GetProperty(list).EnumerateArray().Select(line);

    private static string Text(JsonElement of, string name) => of.GetProperty(name).ToString();

    private static string Map(JsonElement of, string name) =>
        Recording.Map(of.GetProperty(name).EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString()!));
}
