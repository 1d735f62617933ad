using System.Diagnostics;
using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Locomotion.Tests.EndToEnd;

namespace Locomotion.Tests.Deploy.Installing;

/// <summary>The archives that <c>./package</c> makes; <c>./test</c> has made them before.</summary>
public sealed class PackageTests
{
    private static readonly string Packages = Repository.Path("artifacts", "packages"), Version = RobotProgram.Release.Run("--version").Output.Split('+')[0].Trim();
    private static readonly string[] Names = [$"locomotion-{Version}-linux-x64", $"locomotion-{Version}-linux-arm64", $"locomotion-robot-{Version}-linux-arm64"];

    [Fact]
    public void Each_archive_holds_program_licence_notices_and_bill_and_nobody_owns_it()
    {
        foreach (string name in Names)
        {
            Dictionary<string, string> texts = [];
            HashSet<DateTimeOffset> times = [];
            string? last = null;
            using GZipStream unzipped = new(File.OpenRead(Archive(Packages, name)), CompressionMode.Decompress);
            using TarReader reader = new(unzipped);
            while (reader.GetNextEntry() is { } entry)
            {
                Assert.Equal((0, 0), (entry.Uid, entry.Gid));
                Assert.StartsWith(name + "/", entry.Name + "/", StringComparison.Ordinal);
                Assert.True(last is null || string.CompareOrdinal(last, entry.Name) < 0, $"{entry.Name} after {last}");
                last = entry.Name.TrimEnd('/');
                times.Add(entry.ModificationTime);
                string file = Path.GetRelativePath(name, entry.Name);
                if (entry.EntryType != TarEntryType.RegularFile) continue;
                bool runs = file is "locomotion" or "locomotion-robot" or "install.sh" or "uninstall.sh";
                Assert.True(!runs || entry.Mode.HasFlag(UnixFileMode.OtherExecute), entry.Name);
                bool read = file is "LICENSE" or "NOTICES.txt" or "bill.cdx.json" or "locomotion-robot.service";
                texts[file] = read ? new StreamReader(entry.DataStream!).ReadToEnd() : "";
            }
            Assert.Single(times);
            Assert.Equal(File.ReadAllText(Repository.Path("LICENSE")), texts["LICENSE"]);
            bool robot = name.Contains("robot", StringComparison.Ordinal);
            Assert.Contains(robot ? "locomotion-robot" : "locomotion", texts.Keys);
            Assert.DoesNotContain(texts.Keys, file => Path.GetExtension(file) is ".pdb" or ".cs" or ".dbg");
            if (robot) Assert.Superset(new HashSet<string> { "install.sh", "uninstall.sh", "changes.sh", "locomotion-robot.service", "mosquitto/make-broker.sh", "README.md" }, texts.Keys.ToHashSet());
            AssertBill(texts["bill.cdx.json"], texts["NOTICES.txt"], robot ? ["MQTTnet", "Google.Protobuf", "System.Device.Gpio"] : ["MQTTnet", "Parquet.Net", "SkiaSharp", "mqtt", "fzstd", "Inter"]);
        }
    }

    [Fact]
    public void Checksums_are_those_of_the_archives()
    {
        string[] lines = File.ReadAllLines(Path.Combine(Packages, "SHA256SUMS"));
        Assert.Equal(Names.Select(name => $"{Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(Archive(Packages, name))))}  {name}.tar.gz"), lines);
    }

    [Fact]
    public void The_same_files_give_the_same_archives()
    {
        string again = Scratch.Folder().FullName;
        using Process process = Process.Start(Repository.Path("package"), ["--no-build", again]);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        Assert.Equal(File.ReadAllText(Path.Combine(Packages, "SHA256SUMS")), File.ReadAllText(Path.Combine(again, "SHA256SUMS")));
    }

    [Fact]
    public void Packed_programs_run_where_they_are_unpacked()
    {
        string[] emulator = Environment.GetEnvironmentVariable("LOCOMOTION_ROBOT_OTHER")!.Split(' ')[..^1];
        string folder = Scratch.Folder().FullName;
        foreach (string name in Names)
        {
            using Process tar = Process.Start("tar", ["-xzf", Archive(Packages, name), "-C", folder]);
            tar.WaitForExit();
            string program = Path.Combine(folder, name, name.Contains("robot", StringComparison.Ordinal) ? "locomotion-robot" : "locomotion");
            bool own = name.EndsWith(System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier, StringComparison.Ordinal);
            DeskProgram packed = own ? new(program) : new(emulator[0], [.. emulator[1..], program]);
            Assert.StartsWith(Version, packed.Run("--version").Output, StringComparison.Ordinal);
        }
    }

    private static void AssertBill(string bill, string notices, string[] parts)
    {
        JsonElement root = JsonDocument.Parse(bill).RootElement;
        Assert.Equal("CycloneDX", root.GetProperty("bomFormat").GetString());
        Assert.Equal(Version, root.GetProperty("metadata").GetProperty("component").GetProperty("version").GetString());
        JsonElement[] components = [.. root.GetProperty("components").EnumerateArray()];
        Assert.Equal(components.Length, components.Select(one => one.GetProperty("bom-ref").GetString()).Distinct().Count());
        Assert.Superset(parts.ToHashSet(), components.Select(one => one.GetProperty("name").GetString()!).ToHashSet());
        Assert.Contains(components, one => one.GetProperty("name").GetString()!.StartsWith("Microsoft.NETCore.App.Runtime", StringComparison.Ordinal));
        foreach (JsonElement one in components)
        {
            string head = one.TryGetProperty("version", out JsonElement version) ? $"{one.GetProperty("name").GetString()} {version.GetString()}" : one.GetProperty("name").GetString()!;
            Assert.Contains($"{new string('=', 80)}\n{head}\n", notices, StringComparison.Ordinal);
        }
    }

    private static string Archive(string folder, string name) => Path.Combine(folder, name + ".tar.gz");
}
