using System.CommandLine;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Commands;

RootCommand root = new("Locomotion: the nervous system of an amphibious centipede, on a simulated body.")
{
    RunCommand.Build(), ReplayCommand.Build(), InfoCommand.Build(), DiffCommand.Build(), ExportCommand.Build(), RecoverCommand.Build(), PlotCommand.Build(), ExperimentCommand.Build(), NeuronsCommand.Build(), OptimiseCommand.Build(), SweepCommand.Build(), SweepWorkerCommand.Build(), ScenarioCommand.Build(),
    ParamsCommand.Build(), ServeCommand.Build(), WatchCommand.Build(), DriveCommand.Build(), BenchCommand.Build(),
};
ParseResult parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors) Console.Error.WriteLine($"error: {error.Message}");
    Console.Error.WriteLine("`locomotion --help` and `locomotion COMMAND --help` show what there is.");
    return ExitCode.BadInput;
}
try
{
    // signals are ours (Interrupt): a run that is stopped still prints what ran
    return parsed.Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
}
catch (InvalidInputException invalid)
{
    Console.Error.WriteLine($"error: {invalid.Message}");
    return ExitCode.BadInput;
}
catch (PlantFaultException fault)
{
    Console.Error.WriteLine($"fault: {fault.Message}");
    return ExitCode.CheckFailed;
}
