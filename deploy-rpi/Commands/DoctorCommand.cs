using System.CommandLine;
using System.ComponentModel;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Locomotion.Hardware.Doctor;

namespace Locomotion.Deploy.Commands;

/// <summary><c>locomotion-robot doctor</c>: whether this machine is fit to walk a robot, and what to type where it is not.</summary>
internal static class DoctorCommand
{
    private const int Good = 0, NotFit = 1;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    public static Command Build()
    {
        Option<bool> json = new("--json") { Description = "Print one JSON object instead of a table." };
        Option<string?> root = new("--root") { Description = "Look at the files below this folder instead of those of this machine.", HelpName = "folder", Hidden = true };
        Command command = new("doctor", "Look at the machine: supply, bus, rights, kernel, processors. Changes nothing. Exit code 1 if a robot should not walk like this.") { json, root };
        command.SetAction(parsed => parsed.GetValue(root) is { } folder
            ? Run(new MachineFiles(folder), firmware: null, parsed.GetValue(json))
            : Run(MachineFiles.This, AskFirmware, parsed.GetValue(json)));
        return command;
    }

    private static int Run(MachineFiles files, Func<string, string?>? firmware, bool json)
    {
        IReadOnlyList<Finding> findings = RobotDoctor.Examine(files, firmware);
        Verdict worst = RobotDoctor.Worst(findings);
        Console.Out.WriteLine(json ? Json(findings, worst) : Table(findings, worst));
        return worst == Verdict.Bad ? NotFit : Good;
    }

    private static string Table(IReadOnlyList<Finding> findings, Verdict worst)
    {
        StringBuilder text = new();
        int name = findings.Max(finding => finding.Name.Length), verdict = Enum.GetValues<Verdict>().Max(one => Words(one).Length);
        string under = new(' ', verdict + 2 + name + 2);
        foreach (Finding finding in findings)
        {
            text.AppendLine($"{Words(finding.Verdict).PadRight(verdict)}  {finding.Name.PadRight(name)}  {finding.Seen}");
            if (finding.Fix.Length > 0) text.AppendLine($"{under}-> {finding.Fix}");
        }
        string sum = worst switch
        {
            Verdict.Bad => "Not fit: mend what is bad before a robot walks here.",
            Verdict.CouldBeBetter => "Fit. What could be better makes the loop steadier.",
            _ => "Fit.",
        };
        return text.AppendLine().Append(sum).ToString();
    }

    private static string Json(IReadOnlyList<Finding> findings, Verdict worst)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter writer = new(bytes))
        {
            writer.WriteStartObject();
            writer.WriteString("verdict", Words(worst));
            writer.WriteStartArray("findings");
            foreach (Finding finding in findings)
            {
                writer.WriteStartObject();
                writer.WriteString("name", finding.Name);
                writer.WriteString("verdict", Words(finding.Verdict));
                writer.WriteString("seen", finding.Seen);
                writer.WriteString("fix", finding.Fix);
                writer.WriteEndObject();
            }
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static string Words(Verdict verdict) => verdict switch
    {
        Verdict.Good => "good",
        Verdict.Unknown => "unknown",
        Verdict.CouldBeBetter => "could be better",
        _ => "bad",
    };

    /// <summary>What vcgencmd, the Raspberry Pi's own tool, says; null where there is none or it does not answer.</summary>
    private static string? AskFirmware(string what)
    {
        try
        {
            using Process? asked = Process.Start(new ProcessStartInfo("vcgencmd", [what]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true });
            if (asked is null) return null;
            if (asked.WaitForExit(Patience)) return asked.ExitCode == 0 ? asked.StandardOutput.ReadToEnd().Trim() : null;
            asked.Kill();
            return null;
        }
        catch (Exception fault) when (fault is Win32Exception or InvalidOperationException or IOException)
        {
            return null;
        }
    }
}
