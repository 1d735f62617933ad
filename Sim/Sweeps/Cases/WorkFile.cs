using Locomotion.Controller.Files;
using System.Text.Json;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Sweeps;

/// <summary>Files from which a process makes the work that another gives it.</summary>
public static class WorkFile
{
    private const int Longest = 64 << 20;

    /// <summary>The work in a file: a whole design, or candidates of an optimisation.</summary>
    /// <exception cref="InvalidInputException">There is none in it.</exception>
    public static IWork Open(string path, string store)
    {
        byte[] bytes = WholeFile.Read(path, "Work", Longest);
        using JsonDocument document = Parsed(bytes, path);
        return document.RootElement.TryGetProperty(CandidatesWork.ObjectiveKey, out _)
            ? CandidatesWork.Read(document.RootElement, path)
            : new SweepWork(SweepReader.Read(path), path, store);
    }

    private static JsonDocument Parsed(byte[] bytes, string path)
    {
        try
        {
            return JsonDocument.Parse(bytes);
        }
        catch (JsonException fault)
        {
            throw new InvalidInputException($"Work '{path}'", "its text", $"is not JSON ({fault.Message.TrimEnd('.')})", "name a file that the program wrote");
        }
    }
}
