using System.Globalization;
using Locomotion.Controller;
using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Tuning;

/// <summary>From values, as a client wrote them, to a whole set; or to what is wrong with each.</summary>
internal static class CandidateCheck
{
    /// <summary>The most values that there can be.</summary>
    public static int MostValues => ControllerParameters.Tree.All.Count;

    /// <summary>A copy of <paramref name="active"/> with these values, if none is refused.</summary>
    public static ControllerParameters Apply(ControllerParameters active, IReadOnlyList<Assignment> values, RefusedValues refusals)
    {
        ControllerParameters set = active;
        foreach ((string name, string value) in values)
        {
            if (!ControllerParameters.Tree.Has(name))
            {
                refusals.Add(RefusedValues.Shown(name), FieldCode.UnknownName, () => Unknown(RefusedValues.Shown(name)));
                continue;
            }
            Parameter parameter = ControllerParameters.Tree[name];
            try
            {
                ControllerParameters changed = parameter.Write(set, value);
                if (parameter.Description.AtRest && parameter.Read(changed) != parameter.Read(active))
                    refusals.Add(name, FieldCode.AtRest, () => $"'{name}' may only change while the animal rests; set it for the whole run.");
                else set = changed;
            }
            catch (InvalidInputException refused)
            {
                refusals.Add(name, IsOfItsType(parameter, value) ? FieldCode.OutOfRange : FieldCode.WrongType, () => RefusedValues.Shown(refused.Message, value));
            }
        }
        return set;
    }

    private static bool IsOfItsType(Parameter parameter, string value) => parameter.Choices.Count == 0
        && (parameter.Type == typeof(int)
            ? int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            : double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number));

    private static string Unknown(string name) =>
        $"There is no parameter '{name}'; did you mean '{Naming.Nearest(name, ControllerParameters.Tree.All.Select(known => known.Name))}'?";
}
