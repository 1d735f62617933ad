using Locomotion.Sim.Reports;

namespace Locomotion.Sim.NeuronReports;

/// <summary>What a study came to.</summary>
/// <param name="Tables">Ours beside the published figures.</param>
/// <param name="Draw">Draws its pictures into a folder and returns their paths.</param>
public sealed record StudyReport(IReadOnlyList<ReportTable> Tables, Func<string, IReadOnlyList<string>> Draw);

/// <summary>How a study is to be run.</summary>
public sealed record StudyOptions
{
    /// <summary>Which neuron, where a study has a choice.</summary>
    public Neurons.UnitModel Model { get; init; }

    /// <summary>Parameters to set.</summary>
    public Neurons.Settings Settings { get; init; } = new();

    /// <summary>The first seed.</summary>
    public ulong Seed { get; init; }

    /// <summary>How many seeds the circuits are run with.</summary>
    public int Seeds { get; init; } = 20;

    /// <summary>Told the share of the study that is done, from several threads.</summary>
    public Action<double> Progress { get; init; } = _ => { };

    /// <summary>The neuron of the single-unit studies, with the settings.</summary>
    public Neurons.SingleUnit Unit => Settings.Apply(new Neurons.SingleUnit { Model = Model, Seed = Seed });
}
