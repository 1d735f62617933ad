using Locomotion.Controller.Descending;
using Locomotion.Controller.Files;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;

namespace Locomotion.Sim.Scenarios;

/// <summary>One phase of a scenario from JSON.</summary>
internal static class PhaseReader
{
    /// <summary>Names of the gaits.</summary>
    public static IReadOnlyList<string> Gaits { get; } = [.. Gait.All.Select(gait => gait.Name)];

    /// <summary>What may end a phase early.</summary>
    public static IReadOnlyList<string> Ends { get; } = [.. Enum.GetNames<PhaseEnd>().Where(n => n != nameof(PhaseEnd.Time)).Select(Naming.Kebab)];

    /// <summary>What a phase may settle to.</summary>
    public static IReadOnlyList<string> Expectations { get; } = [.. Enum.GetNames<ExpectedGait>().Select(Naming.Kebab)];

    /// <summary>The phase at <paramref name="place"/>.</summary>
    public static ScenarioPhase Read(JsonPlace place, LoopTiming timing)
    {
        JsonFields fields = place.Fields("name", "gait", "drive", "release", "swim", "turn", "seconds", "until", "expect");
        Gait? gait = fields["gait"] is { } named ? Gait.Named(named.Word(Gaits)) : null;
        DescendingCommand command = Command(fields, gait?.Command ?? default);
        return new ScenarioPhase(
            fields["name"]?.Name() ?? gait?.Name ?? fields.Required("name", "\"stand\" (a gait would do instead)").Name(),
            Seconds(fields.Required("seconds", "6"), timing),
            command,
            fields["until"] is { } until ? Choice<PhaseEnd>(until.Word(Ends)) : PhaseEnd.Time,
            fields["expect"] is { } expect ? Choice<ExpectedGait>(expect.Word(Expectations))
                : command.Swim > 0 ? ExpectedGait.Swim : ExpectedGait.Walk);
    }

    /// <summary>Each number that the phase gives, the gait's for the others.</summary>
    private static DescendingCommand Command(JsonFields fields, DescendingCommand gait) => new(
        Number(fields["drive"], gait.Drive, value => new(value, 0, 0)),
        Number(fields["release"], gait.Release, value => new(0, value, 0)),
        Number(fields["swim"], gait.Swim, value => new(0, 0, value)),
        Number(fields["turn"], gait.Turn, value => new(0, 0, 0, value)));

    private static double Number(JsonPlace? place, double otherwise, Func<double, DescendingCommand> check)
    {
        if (place is not { } given) return otherwise;
        double value = given.Number();
        given.Check(() => check(value));
        return value;
    }

    private static double Seconds(JsonPlace place, LoopTiming timing)
    {
        double seconds = place.Number();
        if (!(seconds > 0 && seconds <= ScenarioLimits.Seconds))
            throw place.Refuse($"lies outside (0, {ScenarioLimits.Seconds}] s", "choose a number inside");
        return seconds >= timing.Period * (1 - 1e-9)
            ? seconds
            : throw place.Refuse($"is shorter than one plant period, {Naming.Number(timing.Period)} s", "choose a longer phase");
    }

    private static T Choice<T>(string word) where T : struct, Enum => Naming.TryWord(word, out T choice) ? choice : throw new ArgumentException($"'{word}' was checked before.", nameof(word));
}
