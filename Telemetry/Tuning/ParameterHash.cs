using System.IO.Hashing;
using System.Text;
using Locomotion.Controller;
using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Tuning;

/// <summary>Tells sets of parameters apart by one number.</summary>
public static class ParameterHash
{
    /// <summary>XXH3 over a line "name=value" for each parameter, in their order.</summary>
    public static ulong Of(ControllerParameters set)
    {
        XxHash3 hash = new();
        foreach (Parameter parameter in ControllerParameters.Tree.All) hash.Append(Encoding.UTF8.GetBytes($"{parameter.Name}={parameter.Read(set)}\n"));
        return hash.GetCurrentHashAsUInt64();
    }

    /// <summary>Names of the parameters in which two sets differ.</summary>
    public static IReadOnlyList<string> Changed(ControllerParameters from, ControllerParameters to) =>
        [.. ControllerParameters.Tree.All.Where(parameter => parameter.Read(from) != parameter.Read(to)).Select(parameter => parameter.Name)];
}
