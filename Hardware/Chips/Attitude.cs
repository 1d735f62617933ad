using Locomotion.Controller.Maths;
using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Chips;

/// <summary>Roll and pitch from force and turn: the gyroscope for the quick part, gravity for the slow one. Equal on every machine.</summary>
/// <remarks>
/// x forward, y left, z up.  θ ← (1 − k)(θ + ω dt) + k θ_g,  k = dt / (T + dt);
/// roll_g = atan2(f_y, f_z),  pitch_g = atan2(−f_x, √(f_y² + f_z²)).
/// <para>
/// Body rates are taken as the angles' own, which holds for small pitch: error of first order in it. While |f| is off gravity by more
/// than 30 % (a bump, a fall) k is 0.
/// </para>
/// <para>Source: complementary filter, Higgins 1975, IEEE Trans. Aerosp. Electron. Syst. 11:321, doi:10.1109/TAES.1975.308081.</para>
/// </remarks>
public sealed class Attitude
{
    private const double Gravity = 9.80665, Tolerance = 0.3;
    private readonly double timeConstant;
    private bool begun;

    /// <summary>A filter that trusts gravity over times longer than <paramref name="timeConstant"/> T, s, above 0.</summary>
    public Attitude(double timeConstant = 0.5) => this.timeConstant = timeConstant > 0 && double.IsFinite(timeConstant)
        ? timeConstant
        : throw new InvalidInputException("Attitude filter", $"{timeConstant} s", "is no positive time constant", "use 0.2 to 2 s");

    /// <summary>Rotation about x, rad: positive, the left side is up. −π to π.</summary>
    public double Roll { get; private set; }

    /// <summary>Rotation about y, rad: positive, the head is down. −π/2 to π/2 when still.</summary>
    public double Pitch { get; private set; }

    /// <summary>Angle between the chip's z axis and up, rad, 0 to π.</summary>
    public double Tilt { get; private set; }

    /// <summary>Takes in a reading made <paramref name="dt"/> seconds after the one before.</summary>
    public void Step(in MotionReading reading, double dt)
    {
        double fx = reading.ForceX, fy = reading.ForceY, fz = reading.ForceZ;
        double f = Math.Sqrt(fx * fx + fy * fy + fz * fz), across = Math.Sqrt(fy * fy + fz * fz);
        double roll = DMath.Atan2(fy, fz), pitch = DMath.Atan2(-fx, across);
        bool calm = Math.Abs(f - Gravity) <= Tolerance * Gravity;
        if (!begun)
        {
            if (!calm) return;
            begun = true;
            Roll = roll;
            Pitch = pitch;
        }
        else
        {
            double k = calm ? dt / (timeConstant + dt) : 0;
            double turnedRoll = Wrap(Roll + reading.TurnX * dt), turnedPitch = Wrap(Pitch + reading.TurnY * dt);
            Roll = Wrap(turnedRoll + k * Wrap(roll - turnedRoll));
            Pitch = Wrap(turnedPitch + k * Wrap(pitch - turnedPitch));
        }
        double up = DMath.Cos(Roll) * DMath.Cos(Pitch);
        Tilt = DMath.Atan2(Math.Sqrt(Math.Max(0, 1 - up * up)), up);
    }

    // Rates are bounded by the chip's range, so one turn is enough
    private static double Wrap(double angle) => angle > Math.PI ? angle - Math.Tau : angle <= -Math.PI ? angle + Math.Tau : angle;
}
