using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Power;

/// <summary>How long the battery will last, from its current and voltage. Allocates nothing.</summary>
/// <remarks>
/// Charge is counted: dq/dt = −I, from a first guess by the voltage without load, U₀ = U + R I, taken linear from empty to full. U₀ is averaged over
/// ten seconds, so that dips do not count. Where it says that less is left, it is believed: q = min(q, Q (U₀ − U_empty) / (U_full − U_empty) + a tenth
/// of Q), and at or below U_empty q = 0. The time left is q / Ī, with Ī the current's running mean. Both means are of first order. Between its ends a
/// lithium cell's voltage is far from linear in its charge, therefore the margin of a tenth: expect an error of about as much.
/// </remarks>
public sealed class BatteryEstimate
{
    private const double Margin = 0.1;          // of the capacity: how far the straight line may be off
    private const double Settling = 10;         // time constant of the mean voltage, s

    private readonly BatteryParameters battery;
    private double charge = double.NaN;         // A s
    private double mean = double.NaN;           // A
    private double rest = double.NaN;           // mean voltage without load, V

    /// <summary>An estimate that knows nothing yet.</summary>
    /// <exception cref="InvalidInputException">The battery is full at no more than its empty voltage.</exception>
    public BatteryEstimate(BatteryParameters battery)
    {
        if (!(battery.Full > battery.Empty))
            throw new InvalidInputException("Battery 'full'", $"{Naming.Number(battery.Full)} V", $"is not above 'empty', {Naming.Number(battery.Empty)} V",
                "give both voltages as measured without load");
        this.battery = battery;
    }

    /// <summary>Charge left, 0 to 1 of the capacity; not a number before the first reading.</summary>
    public double Fraction => charge / (battery.Capacity * 3600);

    /// <summary>Time left at the mean current, s; infinite when nothing is drawn; not a number before the first reading.</summary>
    public double TimeLeft => charge == 0 ? 0 : mean > 0 ? charge / mean : double.IsNaN(mean) ? double.NaN : double.PositiveInfinity;

    /// <summary>A reading. One that is not finite, or with a time that does not go forward, is passed over.</summary>
    /// <param name="current">Drawn from the battery, A; negative while charging.</param>
    /// <param name="voltage">At its terminals, V.</param>
    /// <param name="dt">Since the reading before, s.</param>
    public void Update(double current, double voltage, double dt)
    {
        if (!double.IsFinite(current) || !double.IsFinite(voltage) || !(dt > 0) || !double.IsFinite(dt)) return;
        double full = battery.Capacity * 3600;
        double open = voltage + battery.Resistance * current;
        rest = double.IsNaN(rest) ? open : rest + (open - rest) * Math.Min(1, dt / Settling);
        double byVoltage = (rest - battery.Empty) / (battery.Full - battery.Empty);
        if (double.IsNaN(charge)) charge = Math.Clamp(byVoltage, 0, 1) * full;
        else charge = Math.Clamp(charge - current * dt, 0, full);
        charge = byVoltage > 0 ? Math.Min(charge, (byVoltage + Margin) * full) : 0;
        mean = double.IsNaN(mean) ? current : mean + (current - mean) * Math.Min(1, dt / battery.Averaging);
    }
}
