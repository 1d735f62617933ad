using Locomotion.Hardware.Safety;

namespace Locomotion.Hardware.Plant;

/// <summary>What the loop knows of the operator in a frame.</summary>
/// <param name="DriveAge">Age of the descending command, s.</param>
/// <param name="DriveIdle">Whether it asks for no motion.</param>
/// <param name="Link">The operator's link.</param>
public readonly record struct OperatorView(double DriveAge, bool DriveIdle, LinkState Link);
