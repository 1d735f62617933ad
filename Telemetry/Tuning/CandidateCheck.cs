using System.Globalization;
using Locomotion.Controller;
using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Tuning;

/// <summary>From values, as a client wrote them, to a whole set; or to what is wrong with each.</summary>
internal static class CandidateCheck
{
    /// <summary>The most values that anybody needs.</summary>
    public const int MostValues = 1000;

    /// <summary>A copy of <paramref name="active"/> with these values, if none is refused.</summary>
    public static ControllerParameters Apply(ControllerParameters active, IReadOnlyList<Assignment> values, List<FieldRefusal> refusals)
    {
        ControllerParameters set = active;
        foreach ((string name, string value) in values)
        {
            if (!ControllerParameters.Tree.Has(name))
            {
                string nearest = Naming.Nearest(Shown(name), ControllerParameters.Tree.All.Select(known => known.Name));
                refusals.Add(new FieldRefusal(Shown(name), FieldCode.UnknownName, $"There is no parameter '{Shown(name)}'; did you mean '{nearest}'?"));
                continue;
            }
            Parameter parameter = ControllerParameters.Tree[name];
            try
            {
                ControllerParameters changed = parameter.Write(set, value);
                if (parameter.Description.AtRest && parameter.Read(changed) != parameter.Read(active))
                    refusals.Add(new FieldRefusal(name, FieldCode.AtRest, $"'{name}' may only change while the animal rests; set it for the whole run."));
                else set = changed;
            }
            catch (InvalidInputException refused)
            {
                refusals.Add(new FieldRefusal(name, IsOfItsType(parameter, value) ? FieldCode.OutOfRange : FieldCode.WrongType, refused.Message));
            }
        }
        return set;
    }

    private static bool IsOfItsType(Parameter parameter, string value) => parameter.Choices.Count == 0
        && (parameter.Type == typeof(int)
            ? int.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _)
            : double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number));

    private static string Shown(string name) => name.Length <= 64 ? name : name[..64];
}
