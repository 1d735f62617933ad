using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Safety;

/// <summary>Which joints are switched on together: those expected to draw least come first.</summary>
public sealed class EngagementPlan
{
    private readonly int[] group;   // [joint]

    /// <summary>Orders joints by <paramref name="expectedCurrent"/>, equal ones by number, and takes them in groups.</summary>
    /// <param name="expectedCurrent">Current expected when a joint engages, A, not negative. [joint]</param>
    /// <param name="jointsPerGroup">Joints switched on together, at least 1.</param>
    /// <exception cref="InvalidInputException">A current is negative or no number, there is no joint, or a group would be empty.</exception>
    public EngagementPlan(ReadOnlySpan<double> expectedCurrent, int jointsPerGroup)
    {
        if (expectedCurrent.Length == 0) throw new InvalidInputException("Engagement", "no joint", "can be engaged", "name at least one servo");
        if (jointsPerGroup < 1)
            throw new InvalidInputException("Engagement", $"{jointsPerGroup} joints per group", "is less than 1", "engage at least one joint at a time");
        for (int joint = 0; joint < expectedCurrent.Length; joint++)
        {
            if (!(expectedCurrent[joint] >= 0 && double.IsFinite(expectedCurrent[joint])))
                throw new InvalidInputException($"Expected current of joint {joint}", $"{Naming.Number(expectedCurrent[joint])} A",
                    "is not a number from 0 up", "give the servo's holding current");
        }
        double[] currents = expectedCurrent.ToArray();
        int[] order = [.. Enumerable.Range(0, currents.Length).OrderBy(joint => currents[joint])];
        group = new int[order.Length];
        for (int place = 0; place < order.Length; place++) group[order[place]] = place / jointsPerGroup;
        Groups = (order.Length + jointsPerGroup - 1) / jointsPerGroup;
    }

    /// <summary>Number of groups.</summary>
    public int Groups { get; }

    /// <summary>Group of <paramref name="joint"/>, from 0.</summary>
    public int GroupOf(int joint) => group[joint];
}
