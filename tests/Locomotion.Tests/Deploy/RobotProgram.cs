using Locomotion.Tests.EndToEnd;

namespace Locomotion.Tests.Deploy;

/// <summary>The program `locomotion-robot` as it is built for this machine, and as it is deployed.</summary>
internal static class RobotProgram
{
    /// <summary>Compiled while it runs.</summary>
    public static readonly DeskProgram Release = new("dotnet", File);

    /// <summary>The same as in a terminal that may be closed, also where whoever runs the tests ignores that, as under nohup.</summary>
    public static readonly DeskProgram Attended = new("env", "--default-signal=HUP", "dotnet", File);

    /// <summary>The native file for this architecture; <c>./test</c> builds them and says where.</summary>
    public static DeskProgram Native => Named("LOCOMOTION_ROBOT_NATIVE");

    /// <summary>The native file for the other architecture, under its emulator; from <c>./test</c> too.</summary>
    public static DeskProgram Other => Named("LOCOMOTION_ROBOT_OTHER");

    /// <summary>The native file for this architecture.</summary>
    public static string NativeFile => Words("LOCOMOTION_ROBOT_NATIVE")[0];

    private static string File => Repository.Path("deploy-rpi", "bin", "Release", "net10.0", "locomotion-robot.dll");

    private static DeskProgram Named(string variable)
    {
        string[] words = Words(variable);
        return new DeskProgram(words[0], words[1..]);
    }

    private static string[] Words(string variable) =>
        Environment.GetEnvironmentVariable(variable)?.Split(' ') ?? throw new InvalidOperationException($"{variable} is not set: run the tests by ./test.");
}
