using Locomotion.Controller.Descending;
using Locomotion.Controller.Rhythms;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Experiments;

/// <summary>What one cord does on land at every drive and release, or in open water at every drive and swim, the trunk released.</summary>
/// <param name="Cord">What makes the rhythm.</param>
/// <param name="Place">Walking: on land. Swimming: in the water.</param>
/// <param name="Cells">Row after row, drive rising.</param>
internal sealed record BehaviourMap(Oscillator Cord, ExpectedGait Place, IReadOnlyList<(DescendingCommand Command, BehaviourFigures Figures)> Cells)
{
    public const int Columns = 13, Rows = 9;

    private const double Seconds = 4, Settled = 1.6;

    /// <summary>All four.</summary>
    public static IReadOnlyList<BehaviourMap> All(ExperimentOptions options)
    {
        (Oscillator Cord, ExpectedGait Place)[] maps = [.. new[] { ExpectedGait.Walk, ExpectedGait.Swim }.SelectMany(place => Trial.Cords.Select(cord => (cord, place)))];
        Trial[] trials = [.. maps.SelectMany(map => Commands(map.Place).Select(command => new Trial(map.Cord, command, map.Place, Seconds)))];
        IReadOnlyList<BehaviourFigures> found = options.RunEach(trials, trial =>
        {
            Trajectory run = trial.Run(options.Seed, options.Stop).Trajectory;
            return BehaviourFigures.Measure(run, (int)(Settled / FrameRecorder.Interval));
        });
        var cells = trials.Zip(found, (trial, figures) => (trial.Command, figures)).Chunk(Columns * Rows);
        return [.. maps.Zip(cells, (map, own) => new BehaviourMap(map.Cord, map.Place, own))];
    }

    /// <summary>What the vertical axis is.</summary>
    public string Upward => Place == ExpectedGait.Walk ? "release" : "swim";

    /// <summary>The vertical coordinate of a command.</summary>
    public double Up(DescendingCommand command) => Place == ExpectedGait.Walk ? command.Release : command.Swim;

    /// <summary>The gaits that belong on this map.</summary>
    public IEnumerable<Gait> Gaits => Gait.All.Where(gait => (gait == Gait.Swim) == (Place == ExpectedGait.Swim));

    /// <summary>The cell in which a gait lies.</summary>
    public (DescendingCommand Command, BehaviourFigures Figures) At(Gait gait) => Cells[Row(Up(gait.Command)) * Columns + Column(gait.Command.Drive)];

    /// <summary>How many cells show <paramref name="behaviour"/>.</summary>
    public int Count(Behaviour behaviour) => Cells.Count(cell => cell.Figures.Behaviour == behaviour);

    /// <summary>Every pair of cells side by side or one above the other, and whether their behaviours differ.</summary>
    public IEnumerable<(int Cell, int Other, bool Differ)> Neighbours =>
        from cell in Enumerable.Range(0, Cells.Count)
        from other in new[] { cell % Columns < Columns - 1 ? cell + 1 : -1, cell + Columns }
        where other >= 0 && other < Cells.Count
        select (cell, other, Cells[cell].Figures.Behaviour != Cells[other].Figures.Behaviour);

    public static int Column(double drive) => (int)Math.Round(drive * (Columns - 1));

    public static int Row(double up) => (int)Math.Round(up * (Rows - 1));

    private static IEnumerable<DescendingCommand> Commands(ExpectedGait place) =>
        from row in Enumerable.Range(0, Rows)
        from column in Enumerable.Range(0, Columns)
        let drive = column / (Columns - 1.0)
        let up = row / (Rows - 1.0)
        select place == ExpectedGait.Walk ? new DescendingCommand(drive, release: up, swim: 0) : new DescendingCommand(drive, release: 1, swim: up);
}
