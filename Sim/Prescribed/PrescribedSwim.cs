using Locomotion.Controller.Loop;
using Locomotion.Controller.Maths;

namespace Locomotion.Sim.Prescribed;

/// <summary>Bending waves that swim, legs folded and lifted. Waves run from head to tail where their number is positive.</summary>
public static class PrescribedSwim
{
    private const double FoldedYaw = -1.4;

    /// <summary>Bend at joint j: amplitude · cos(2π (f t − waves (j + 1/2) / joints)), amplitude in rad.</summary>
    public static Motion BendWave(double frequency, double waves, double amplitude) => (time, command) =>
    {
        Fold(command);
        int joints = command.Bend.Length;
        for (int j = 0; j < joints; j++)
            command.Bend[j] = amplitude * DMath.Cos(Math.Tau * (frequency * time - waves * (j + 0.5) / joints));
    };

    /// <summary>
    /// The wave of slope θ(s, t) = atan(<paramref name="slope"/>) sin(2π (waves s / L − f t)) at arc length s from the head: each joint
    /// bends by the difference of θ between the centers of its links.
    /// </summary>
    public static Motion SlopeWave(double frequency, double waves, double slope) => (time, command) =>
    {
        Fold(command);
        int links = command.Bend.Length + 1;
        for (int j = 0; j < command.Bend.Length; j++) command.Bend[j] = Theta(j) - Theta(j + 1);

        double Theta(int link) => DMath.Atan2(slope, 1) * DMath.Sin(Math.Tau * (waves * (link + 0.5) / links - frequency * time));
    };

    private static void Fold(Command command)
    {
        Array.Fill(command.LegYaw, FoldedYaw);
        Array.Fill(command.LegLift, 1);
    }
}
