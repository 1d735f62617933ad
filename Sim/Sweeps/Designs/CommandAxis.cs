using System.Globalization;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Sweeps;

/// <summary>A number of the descending command: in every phase of the timeline, or in one.</summary>
public sealed class CommandAxis : SweepAxis
{
    private readonly string part;
    private readonly int[] phases;
    private readonly (string Part, string Expect)[] fields;
    private readonly bool[] follows;     // [phase], whether what it should settle to follows from the command

    /// <summary>The axis of <paramref name="part"/> in <paramref name="phases"/> of <paramref name="scenario"/>.</summary>
    public CommandAxis(string name, string part, Scenario scenario, params int[] phases) : base(name)
    {
        this.part = part;
        this.phases = phases;
        fields = [.. phases.Select(phase => (CaseText.PhaseField(phase, part), CaseText.PhaseField(phase, "expect")))];
        follows = [.. scenario.Timeline.Select(phase => phase.Expect == Usual(phase.Command.Swim))];
    }

    /// <summary>The numbers that there are.</summary>
    public static IReadOnlyList<string> Parts { get; } = ["drive", "release", "swim", "turn"];

    /// <inheritdoc/>
    public override bool IsNumber => true;

    /// <inheritdoc/>
    public override IEnumerable<string> Fields => fields.Select(one => one.Part);

    /// <inheritdoc/>
    public override string Checked(string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double value)) throw new InvalidInputException($"Axis '{Name}'", $"'{text}'", "is not a number", "write one");
        With(default, value);
        return Naming.Number(value);
    }

    /// <inheritdoc/>
    public override Scenario Apply(Scenario scenario, string value)
    {
        double number = double.Parse(value, CultureInfo.InvariantCulture);
        return scenario with { Timeline = [.. scenario.Timeline.Select((phase, k) => phases.Contains(k) ? Commanded(phase, k, number) : phase)] };
    }

    /// <inheritdoc/>
    public override void Write(CaseText text, string value)
    {
        for (int k = 0; k < phases.Length; k++)
        {
            text[fields[k].Part] = value;
            if (part == "swim" && follows[phases[k]])
                text[fields[k].Expect] = CaseText.Quoted(Naming.Word(Usual(double.Parse(value, CultureInfo.InvariantCulture))));
        }
    }

    private ScenarioPhase Commanded(ScenarioPhase phase, int k, double value) => phase with
    {
        Command = With(phase.Command, value),
        Expect = part == "swim" && follows[k] ? Usual(value) : phase.Expect,
    };

    private static ExpectedGait Usual(double swim) => swim > 0 ? ExpectedGait.Swim : ExpectedGait.Walk;

    private DescendingCommand With(DescendingCommand command, double value) => part switch
    {
        "drive" => new(value, command.Release, command.Swim, command.Turn),
        "release" => new(command.Drive, value, command.Swim, command.Turn),
        "swim" => new(command.Drive, command.Release, value, command.Turn),
        _ => new(command.Drive, command.Release, command.Swim, value),
    };
}
