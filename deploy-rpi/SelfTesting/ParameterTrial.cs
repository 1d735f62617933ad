using System.Text;
using Locomotion.Body.Animals;
using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Power;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Deploy.SelfTesting;

/// <summary>Every parameter is found, read and written by its name.</summary>
internal static class ParameterTrial
{
    public static string Run()
    {
        StringBuilder all = new();
        Animal robot = Preset.Robot;
        foreach (Parameter parameter in Animal.Parameters)
        {
            string value = robot.Read(parameter);
            if (robot.With(parameter.Name, value) != robot) throw new InvalidOperationException($"{parameter.Name} is not what was written, {value}.");
            all.AppendLine($"{parameter.Name} {value} {parameter.Range} {parameter.Description.Doc} {parameter.Source}");
        }
        BatteryParameters battery = new();
        foreach (Parameter parameter in ParameterTree.Of<BatteryParameters>().All) all.AppendLine($"{parameter.Name} {parameter.Read(battery)}");
        return $"{Animal.Parameters.Count}, xxh128 {Provenance.DigestOf(Encoding.UTF8.GetBytes(all.ToString()))}";
    }
}
