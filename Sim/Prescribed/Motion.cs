using Locomotion.Controller.Loop;

namespace Locomotion.Sim.Prescribed;

/// <summary>Writes the angles wanted at a time, s, into a command.</summary>
public delegate void Motion(double time, Command command);
