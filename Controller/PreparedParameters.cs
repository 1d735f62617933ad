using Locomotion.Controller.Cord;

namespace Locomotion.Controller;

/// <summary>
/// A set of parameters and all that follows from it for one animal, worked out beforehand: to use it, the loop swaps references and copies
/// state into arrays that are ready. <see cref="CentipedeController.Prepare"/> makes it, on any thread.
/// </summary>
public sealed class PreparedParameters
{
    internal PreparedParameters(ControllerParameters set, CordSettings settings) => (Set, Settings) = (set, settings);

    /// <summary>The set.</summary>
    public ControllerParameters Set { get; }

    internal CordSettings Settings { get; }
}
