using Locomotion.Controller.Loop;
using Locomotion.Controller.Maths;

namespace Locomotion.Sim.Prescribed;

/// <summary>Legs and trunk of a walking centipede as written waves, as in the theory of Chong et al. 2020, APS March Meeting U22.3.</summary>
/// <param name="Frequency">f, Hz.</param>
/// <param name="Bend">Amplitude of trunk bending, rad.</param>
/// <param name="Phase">Phase of the trunk wave against the leg wave, rad.</param>
public sealed record PrescribedWalk(double Frequency, double Bend, double Phase)
{
    /// <summary>Leg waves along the body; positive runs from head to tail.</summary>
    public double LegWaves { get; init; } = 2.0;

    /// <summary>Trunk waves along the body.</summary>
    public double TrunkWaves { get; init; } = 1.6;

    /// <summary>Amplitude A of the legs' sweep, rad.</summary>
    public double LegAmplitude { get; init; } = 0.7;

    /// <summary>
    /// Left leg φᵢ = 2π (f t − leg waves · i / n), right leg half a cycle off, yaw −A cos φ, lift sin φ;
    /// bend at joint j: amplitude · cos(2π (f t − trunk waves · j / n) + phase).
    /// </summary>
    public void Move(double time, Command command)
    {
        int n = command.Bend.Length + 1;
        for (int i = 0; i < n; i++)
        {
            double phi = Math.Tau * (Frequency * time - LegWaves * i / n);
            MoveLeg(command, Leg.Left(i), phi);
            MoveLeg(command, Leg.Right(i), phi + Math.PI);
            if (i < n - 1) command.Bend[i] = Bend * DMath.Cos(Math.Tau * (Frequency * time - TrunkWaves * i / n) + Phase);
        }
    }

    private void MoveLeg(Command command, int leg, double phi)
    {
        command.LegYaw[leg] = -LegAmplitude * DMath.Cos(phi);
        command.LegLift[leg] = DMath.Sin(phi);
    }
}
