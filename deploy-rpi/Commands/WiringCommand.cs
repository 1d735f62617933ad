using System.CommandLine;
namespace Locomotion.Robot.Commands;
internal static class WiringCommand { public static Command Build() => new("wiring"); }
