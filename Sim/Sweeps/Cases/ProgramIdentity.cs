using System.IO.Hashing;
using Locomotion.Body;
using Locomotion.Controller;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Sim.Sweeps;

/// <summary>Which program runs the cases: results of one are not those of another.</summary>
public static class ProgramIdentity
{
    /// <summary>
    /// Version and commit, and a digest of the compiled parts, "0.1.0+1a2b3c.0123456789abcdef": sources that were changed and not committed make another program too.
    /// </summary>
    public static string Text { get; } = $"{Provenance.Version}.{Build():x16}";

    private static ulong Build()
    {
        XxHash3 hash = new();
        foreach (Type part in (Type[])[typeof(CentipedeController), typeof(CentipedeBody), typeof(Provenance), typeof(ProgramIdentity)])
            hash.Append(part.Module.ModuleVersionId.ToByteArray());
        return hash.GetCurrentHashAsUInt64();
    }
}
