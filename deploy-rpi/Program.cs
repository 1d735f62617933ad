using System.CommandLine;
using Locomotion.Controller.Parameters;
using Locomotion.Deploy.Commands;

RootCommand root = new("Locomotion on the robot: the nervous system of an amphibious centipede, driving servos.")
{
    RunCommand.Build(), CheckCommand.Build(), CalibrateCommand.Build(), WiringCommand.Build(), SchemaCommand.Build(), DoctorCommand.Build(),
    SelfTestCommand.Build(),
};
ParseResult parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors) Console.Error.WriteLine($"error: {error.Message}");
    Console.Error.WriteLine("`locomotion-robot --help` and `locomotion-robot COMMAND --help` show what there is.");
    return ExitCode.BadInput;
}
try
{
    // signals are ours: a program that is stopped releases its servos first
    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
}
catch (InvalidInputException invalid)
{
    Console.Error.WriteLine($"error: {invalid.Message}");
    return ExitCode.BadInput;
}
