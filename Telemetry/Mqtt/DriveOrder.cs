using Locomotion.Controller.Descending;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>What an operator wants, and for how long.</summary>
/// <param name="Command">The descending command.</param>
/// <param name="Client">Who.</param>
/// <param name="Seq">The client's number of it.</param>
/// <param name="Seconds">How long it holds unless a newer one comes, s of the animal's time.</param>
public sealed record DriveOrder(DescendingCommand Command, string Client, long Seq, double Seconds);
