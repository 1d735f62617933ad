using Locomotion.Controller.Maths;

namespace Locomotion.Sim.Prescribed;

/// <summary>Changes of motions.</summary>
public static class Motions
{
    /// <summary>The motion with bends that grow from 0 over <paramref name="seconds"/>: a straight body at rest starts without a jerk.</summary>
    public static Motion Gently(this Motion motion, double seconds) => (time, command) =>
    {
        motion(time, command);
        if (time >= seconds) return;
        double rise = DMath.Sin(Math.PI / 2 * time / seconds), share = rise * rise;
        for (int j = 0; j < command.Bend.Length; j++) command.Bend[j] *= share;
    };
}
