using System.CommandLine;
using Locomotion.Controller.Parameters;
using Locomotion.Robot.Commands;

const int BadInput = 2;
RootCommand root = new("Locomotion on the robot: the nervous system of an amphibious centipede, driving servos.")
{
    DoctorCommand.Build(), SelfTestCommand.Build(),
};
ParseResult parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors) Console.Error.WriteLine($"error: {error.Message}");
    Console.Error.WriteLine("`locomotion-robot --help` and `locomotion-robot COMMAND --help` show what there is.");
    return BadInput;
}
try
{
    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
}
catch (InvalidInputException invalid)
{
    Console.Error.WriteLine($"error: {invalid.Message}");
    return BadInput;
}
