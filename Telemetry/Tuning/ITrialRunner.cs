using Locomotion.Controller;

namespace Locomotion.Telemetry.Tuning;

/// <summary>Tries sets of parameters where nothing can break.</summary>
public interface ITrialRunner
{
    /// <summary>Begins to try <paramref name="candidate"/> from the present state for some leg cycles, beside the running animal.</summary>
    /// <param name="candidate">What is tried.</param>
    /// <param name="cycles">For how many cycles.</param>
    /// <param name="done">Told the outcome once, from another thread.</param>
    /// <returns>False, and nothing begun, if one runs already.</returns>
    bool TryBegin(ControllerParameters candidate, int cycles, Action<TrialVerdict> done);
}

/// <summary>How a trial ended.</summary>
/// <param name="Passed">Whether the animal moves with the candidate about as well as with the present set.</param>
/// <param name="Reason">What it does, or what is wrong, for a person.</param>
public sealed record TrialVerdict(bool Passed, string Reason);
