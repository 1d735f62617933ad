using Locomotion.Sim.Sweeps;

namespace Locomotion.Tests.Sim.Sweeps;

/// <summary>Designs of sweeps for tests.</summary>
internal static class Designs
{
    /// <summary>Every kind of axis: 2 x 3 x 2 x 3 x 2 x 5 x 2 = 720 cases.</summary>
    public const string Everything = """
        {
          "name": "everything", "scenario": "amphibious", "seconds": 40, "set": { "feet.friction": 0.5 },   // comments are allowed,
          "oscillators": ["phase", "bursting"],
          "lesions": [[], ["brain"], ["cut-behind=9", "amputate=3-left@1.5"]],
          "axes": [
            { "name": "drive", "from": 0.2, "to": 0.4, "count": 2 },
            { "name": "swim", "values": [0, 0.5, 1] },
            { "name": "slow-walk.release", "values": [0, 1] },
            { "sample": "sobol", "count": 5, "seed": 2, "axes": [
              { "name": "legs.contralateral", "from": 1, "to": 10, "scale": "log" }, { "name": "shape.segments", "from": 12, "to": 30 } ] },
          ],
          "seeds": [1, 9223372036854775807],
          "phases": ["slow-walk", "swim"],
        }
        """;

    /// <summary>The first point of a sample of extremes with a coarse step: its body diverges after a second and a half.</summary>
    public const string Diverging = """
        { "name": "x", "step": 0.01, "habitat": "water", "timeline": [ { "gait": "swim", "seconds": 1 } ],
          "set": { "joints.stiffness": 7.444745908490164, "joints.damping": 0.0001389359705889838, "shape.mass": 0.17040893119240205, "shape.length": 0.002219315044659575,
            "water.density": 0.27608026636160904, "water.normal-drag": 0.29726574828291014, "water.added-mass": 0.006845039716966717, "trunk.swim-frequency": 34.23504235315507,
            "shape.height": 0.09104489093875519, "water.normal-viscosity": 0.008769267939877395 } }
        """;

    public static SweepDesign Parse(string json) => SweepReader.Parse(json, "design.jsonc");

    /// <summary>A design of a scenario of one phase; <paramref name="more"/> are keys of it.</summary>
    public static SweepDesign Small(string more, string scenario = "\"slow-walk\"") => Parse($"{{ \"name\": \"small\", \"scenario\": {scenario}, {more} }}");
}
