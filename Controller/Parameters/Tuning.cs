namespace Locomotion.Controller.Parameters;

/// <summary>
/// A parameter of the nervous system that takes another value while the animal moves. As text: <c>legs.contralateral=4@3.5</c>, name,
/// value, and time in s.
/// </summary>
/// <param name="Name">Which parameter.</param>
/// <param name="Value">Its new value, as text.</param>
/// <param name="At">When, s since the start.</param>
public sealed record Tuning(string Name, string Value, double At)
{
    /// <summary>Latest time of a change, s: a day.</summary>
    public const double LatestTime = 86400;

    /// <summary>What a change looks like as text, as a regular expression.</summary>
    public const string Pattern = "^[a-z0-9.-]+=[^=@]+@[0-9]+(\\.[0-9]+)?$";

    /// <summary>Reads the text form.</summary>
    /// <exception cref="InvalidInputException">The text is none, or <see cref="Change"/> would refuse it.</exception>
    public static Tuning Parse(string text)
    {
        string[] timed = text.Split('@'), named = timed[0].Split('=');
        if (timed.Length != 2 || named.Length != 2 || !NumberText.TryDouble(timed[1], out double at) || at is < 0 or > LatestTime)
        {
            throw new InvalidInputException("Tuning", $"'{text}'", "is not name=value@time",
                $"write for example legs.contralateral=4@3.5, the time in s and at most {LatestTime}");
        }
        Tuning tuning = new(named[0], named[1], at);
        tuning.Change(new ControllerParameters());
        return tuning;
    }

    /// <summary>The text form; <see cref="Parse"/> reads it back.</summary>
    public override string ToString() => $"{Name}={Value}@{Naming.Number(At)}";

    /// <summary>A copy of <paramref name="parameters"/> in which the parameter has its new value.</summary>
    /// <exception cref="InvalidInputException">There is no such parameter in the nervous system, it may only change at rest, or it cannot have that value.</exception>
    public ControllerParameters Change(ControllerParameters parameters)
    {
        Parameter parameter = ControllerParameters.Tree[Name];
        if (parameter.Description.AtRest)
            throw new InvalidInputException($"Parameter '{Name}'", $"'{Value}'", "may only change while the animal rests", "set it for the whole run");
        return parameter.Write(parameters, Value);
    }
}
