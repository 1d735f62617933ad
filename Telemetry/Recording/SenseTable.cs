using Locomotion.Controller.Loop;

namespace Locomotion.Telemetry.Recording;

/// <summary>Senses as one row of numbers: foot load [leg], foot contact [leg], wetness [segment], bend [joint].</summary>
public static class SenseTable
{
    /// <summary>Numbers in a row of an animal with <paramref name="segments"/>.</summary>
    public static int Columns(int segments) => 6 * segments - 1;

    /// <summary>Names of the columns: foot_load_0, foot_load_1, …</summary>
    public static IReadOnlyList<string> Names(int segments) =>
        [.. Named("foot_load", 2 * segments), .. Named("foot_contact", 2 * segments), .. Named("wetness", segments), .. Named("bend", segments - 1)];

    /// <summary>Writes senses into a row.</summary>
    public static void Write(Senses senses, Span<double> row)
    {
        int at = 0;
        foreach (double[] part in Parts(senses))
        {
            part.CopyTo(row[at..]);
            at += part.Length;
        }
    }

    /// <summary>Reads senses from a row.</summary>
    public static void Read(ReadOnlySpan<double> row, Senses senses)
    {
        int at = 0;
        foreach (double[] part in Parts(senses))
        {
            row.Slice(at, part.Length).CopyTo(part);
            at += part.Length;
        }
    }

    private static SenseParts Parts(Senses senses)
    {
        SenseParts parts = default;
        (parts[0], parts[1], parts[2], parts[3]) = (senses.FootLoad, senses.FootContact, senses.Wetness, senses.Bend);
        return parts;
    }

    private static IEnumerable<string> Named(string name, int count) => Enumerable.Range(0, count).Select(k => $"{name}_{k}");

    [System.Runtime.CompilerServices.InlineArray(4)]
    private struct SenseParts
    {
        private double[] first;
    }
}
