using Locomotion.Sim.Sweeps;

namespace Locomotion.Tests.Sim.Sweeps;

public class CaseTextTests
{
    /// <summary>The text is written field by field from the values; the scenario that runs is built from the same values another way.</summary>
    [Fact]
    public void The_text_of_a_case_is_that_of_the_scenario_that_runs()
    {
        SweepDesign design = Designs.Parse(Designs.Everything);
        CaseCursor cursor = new(design, "p");
        Random random = new(1);
        for (int k = 0; k < 300; k++)
        {
            cursor.MoveTo(random.NextInt64(design.Count));
            CaseText direct = new(cursor.Scenario(), "p");
            Assert.Equal(direct.Json, cursor.Json);
            Assert.Equal(direct.Key(), cursor.Key);
        }
    }

    [Fact]
    public void Two_designs_share_the_cases_that_are_the_same()
    {
        SweepDesign one = Designs.Small("\"seconds\": 6, \"axes\": [ { \"name\": \"drive\", \"from\": 0, \"to\": 1, \"count\": 11 } ], \"seeds\": 3");
        SweepDesign other = Designs.Parse("""
            { "name": "other", "scenario": { "name": "renamed", "timeline": [ { "name": "walking", "seconds": 6, "drive": 0.9 } ] }, "seeds": [2],
              "axes": [ { "name": "feet.friction", "values": [6e-1] }, { "name": "walking.drive", "values": [3e-1, 0.55] } ] }
            """);
        HashSet<UInt128> keys = [.. Keys(one, "p")];
        Assert.Equal(33, keys.Count);
        Assert.Equal([true, false], Keys(other, "p").Select(keys.Contains));
        Assert.DoesNotContain(Keys(one, "another program"), keys.Contains);
    }

    private static IEnumerable<UInt128> Keys(SweepDesign design, string program)
    {
        CaseCursor cursor = new(design, program);
        for (long k = 0; k < design.Count; k++)
        {
            cursor.MoveTo(k);
            yield return cursor.Key;
        }
    }
}
