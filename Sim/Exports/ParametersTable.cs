using Locomotion.Controller;
using Locomotion.Telemetry.Recording;
using Locomotion.Telemetry.Recording.Messages;
using Parameter = Locomotion.Controller.Parameters.Parameter;

namespace Locomotion.Sim.Exports;

/// <summary>Every parameter at the first tick, then each change: a row a value.</summary>
internal static class ParametersTable
{
    public static IReadOnlyList<ExportColumn> Columns(RecordedRun run) => [new("tick", CellKind.Whole), new("name", CellKind.Text), new("value", CellKind.Text)];

    public static IEnumerable<bool> Rows(RecordedRun run, ITableWriter writer)
    {
        foreach (Parameter parameter in ControllerParameters.Tree.All)
        {
            Row(run.FirstTick, parameter.Name, parameter.Read(run.Setup.Parameters));
            yield return true;
        }
        foreach ((_, ParameterChange change) in run.Messages(Topics.Parameters, ParameterChange.Parser))
        {
            foreach (Telemetry.Recording.Messages.Parameter parameter in change.Parameters)
            {
                Row((long)change.Tick, parameter.Name, parameter.Value);
                yield return true;
            }
        }

        void Row(long tick, string name, string value)
        {
            writer.Whole(tick);
            writer.Text(name);
            writer.Text(value);
        }
    }
}
