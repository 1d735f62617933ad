using Locomotion.Controller;
using Locomotion.Controller.State;

namespace Locomotion.Telemetry.Recording;

/// <summary>Where a recording begins.</summary>
/// <param name="Controller">What is recorded, as it is before the first tick.</param>
/// <param name="Digest">Of the controller alone; whoever watches the loop observes it in every tick before the recorder does.</param>
/// <param name="FirstTick">The first tick to come; not 0 where a run goes on.</param>
public sealed record RecordingStart(CentipedeController Controller, StateDigest Digest, long FirstTick);
