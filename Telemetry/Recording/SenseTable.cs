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
        senses.FootLoad.CopyTo(row);
        row = row[senses.FootLoad.Length..];
        senses.FootContact.CopyTo(row);
        row = row[senses.FootContact.Length..];
        senses.Wetness.CopyTo(row);
        senses.Bend.CopyTo(row[senses.Wetness.Length..]);
    }

    /// <summary>Reads senses from a row.</summary>
    public static void Read(ReadOnlySpan<double> row, Senses senses)
    {
        Take(ref row, senses.FootLoad);
        Take(ref row, senses.FootContact);
        Take(ref row, senses.Wetness);
        Take(ref row, senses.Bend);
    }

    private static void Take(ref ReadOnlySpan<double> row, double[] part)
    {
        row[..part.Length].CopyTo(part);
        row = row[part.Length..];
    }

    private static IEnumerable<string> Named(string name, int count) => Enumerable.Range(0, count).Select(k => $"{name}_{k}");
}
