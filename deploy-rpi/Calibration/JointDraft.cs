using Locomotion.Controller.Limits;
using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Servos;

namespace Locomotion.Deploy.Calibration;

/// <summary>A calibration in the making: points, and pulses at which the soft limits were seen.</summary>
internal sealed class JointDraft
{
    private readonly List<PulsePoint> points = [];      // pulses without trim

    /// <summary>Starts from <paramref name="known"/>, if there is one.</summary>
    public JointDraft(ServoCalibration? known)
    {
        if (known is null) return;
        points.AddRange([known.Low, known.High]);
        Trim = known.TrimMicroseconds;
        (SoftA, SoftB) = (known.PulseMicroseconds(known.Soft.Min), known.PulseMicroseconds(known.Soft.Max));
    }

    /// <summary>Measured points so far.</summary>
    public IReadOnlyList<PulsePoint> Points => points;

    /// <summary>Pulses at the two soft limits, µs, in any order; null: at the measured points.</summary>
    public double? SoftA { get; set; }

    /// <summary>The other.</summary>
    public double? SoftB { get; set; }

    /// <summary>Added to every pulse, µs.</summary>
    public double Trim { get; set; }

    /// <summary>The joint stands at <paramref name="place"/> at <paramref name="pulse"/>, µs; the point nearest to it in place gives way if there are two.</summary>
    public void Measure(double place, double pulse)
    {
        if (points.Count == 2) points.RemoveAt(Math.Abs(points[0].Place - place) <= Math.Abs(points[1].Place - place) ? 0 : 1);
        points.Add(new PulsePoint(place, pulse - Trim));
        points.Sort((a, b) => a.Place.CompareTo(b.Place));
    }

    /// <summary>Forgets points and limits.</summary>
    public void Clear()
    {
        points.Clear();
        (SoftA, SoftB, Trim) = (null, null, 0);
    }

    /// <summary>The calibration, for a servo of the range <paramref name="hard"/> in a joint that may go within <paramref name="limits"/>.</summary>
    /// <exception cref="InvalidInputException">Points are missing or too near to each other, or nothing is left between the limits.</exception>
    public ServoCalibration Build(PulseRange hard, JointRange limits)
    {
        if (points.Count < 2) throw new InvalidInputException("Calibration", $"{points.Count} of 2 points", "are not enough", "move to a place you know, and write p and the place");
        ServoCalibration line = new(points[0], points[1], new JointRange(points[0].Place, points[1].Place), Trim);
        double a = SoftA is { } first ? line.Place(first) : points[0].Place, b = SoftB is { } second ? line.Place(second) : points[1].Place;
        ServoCalibration whole = new(points[0], points[1], new JointRange(Tidy(Math.Min(a, b)), Tidy(Math.Max(a, b))), Trim);
        JointRange left = whole.Within(hard).And(limits);
        return left.Max - left.Min > 0
            ? whole
            : throw new InvalidInputException("Soft limits", $"[{Naming.Number(whole.Soft.Min)}, {Naming.Number(whole.Soft.Max)}]", "leave the joint no way to go", "set them farther apart");
    }

    /// <summary>Thousandths: finer than a servo's counts.</summary>
    private static double Tidy(double place) => Math.Round(place, 3);
}
