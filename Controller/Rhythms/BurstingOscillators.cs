using System.Runtime.CompilerServices;
using Locomotion.Controller.Cord;

namespace Locomotion.Controller.Rhythms;

/// <summary>What the bursters of one segment hear.</summary>
internal static class BurstingOscillators
{
    /// <summary>
    /// The input of each burster of one segment, its bias left out. They hear each other, the two neighbours' rates of the step before,
    /// the segment's excitation u and swim message m, and the load on their feet: nothing else.
    /// </summary>
    /// <remarks>
    /// F: w_o E + w_x F', ' the other leg. E: w_o F + w_d u + w_N N + Σ (1 − γ u) w r over the leg ahead, the leg behind, and the other leg.
    /// <br/>Left bend: w_o R + m [w_swim + w_same L₋ + w_other R₋] + (1 − m) w_F F_right, ₋ ahead; the right one alike.
    /// <para>Source: ours.</para>
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static BurstOutput Hear(BurstingParameters p, in SegmentState s, in BurstOutput own, in BurstOutput ahead, in BurstOutput behind, in SegmentSenses senses)
    {
        double u = s.Excitation, m = s.LocalMessage, opponent = p.Opponent;
        LegSynapseParameters e = p.Legs;
        JointSynapseParameters j = p.Joints;
        double fromFlexors = 1 - e.FlexorGating * u, fromExtensors = 1 - e.ExtensorGating * u;
        return new()
        {
            FlexorLeft = opponent * own.ExtensorLeft + p.Exclusion * own.FlexorRight,
            FlexorRight = opponent * own.ExtensorRight + p.Exclusion * own.FlexorLeft,
            ExtensorLeft = e.Asymmetry + opponent * own.FlexorLeft + e.Drive * u + e.Load * senses.LoadLeft
                + fromFlexors * (e.FlexorAhead * ahead.FlexorLeft + e.FlexorBehind * behind.FlexorLeft + e.FlexorAcross * own.FlexorRight)
                + fromExtensors * (e.ExtensorAhead * ahead.ExtensorLeft + e.ExtensorBehind * behind.ExtensorLeft + e.ExtensorAcross * own.ExtensorRight),
            ExtensorRight = opponent * own.FlexorRight + e.Drive * u + e.Load * senses.LoadRight
                + fromFlexors * (e.FlexorAhead * ahead.FlexorRight + e.FlexorBehind * behind.FlexorRight + e.FlexorAcross * own.FlexorLeft)
                + fromExtensors * (e.ExtensorAhead * ahead.ExtensorRight + e.ExtensorBehind * behind.ExtensorRight + e.ExtensorAcross * own.ExtensorLeft),
            TrunkLeft = opponent * own.TrunkRight + m * (j.Swim + j.SameAhead * ahead.TrunkLeft + j.OtherAhead * ahead.TrunkRight) + (1 - m) * j.Flexor * own.FlexorRight,
            TrunkRight = opponent * own.TrunkLeft + m * (j.Swim + j.SameAhead * ahead.TrunkRight + j.OtherAhead * ahead.TrunkLeft) + (1 - m) * j.Flexor * own.FlexorLeft,
        };
    }
}
