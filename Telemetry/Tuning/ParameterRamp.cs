using System.Globalization;
using Locomotion.Controller;
using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Tuning;

/// <summary>Whole sets on the straight way from one to another. Choices and switches have their new values from the first on.</summary>
internal static class ParameterRamp
{
    /// <summary>Sets at shares 0 to 1 of the way; the last is <paramref name="to"/> itself.</summary>
    public static ControllerParameters[] Between(ControllerParameters from, ControllerParameters to, int count)
    {
        (Parameter Parameter, double From, double To)[] numbers = [.. ControllerParameters.Tree.All
            .Where(parameter => parameter.Choices.Count == 0 && parameter.Read(from) != parameter.Read(to))
            .Select(parameter => (parameter, Number(parameter, from), Number(parameter, to)))];
        var sets = new ControllerParameters[count];
        for (int k = 0; k < count - 1; k++)
        {
            double share = k / (count - 1.0);
            ControllerParameters set = to;
            foreach ((Parameter parameter, double a, double b) in numbers)
            {
                double value = Math.Clamp(a + share * (b - a), Math.Min(a, b), Math.Max(a, b));
                set = parameter.Write(set, Naming.Number(parameter.Type == typeof(int) ? Math.Round(value) : value));
            }
            sets[k] = set;
        }
        sets[^1] = to;
        return sets;
    }

    private static double Number(Parameter parameter, ControllerParameters set) => double.Parse(parameter.Read(set), CultureInfo.InvariantCulture);
}
