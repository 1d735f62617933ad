namespace Locomotion.Tests.Controller.Maths;

/// <summary>Random arguments from a generator that is not the project's own: what is tested here does not choose its tests.</summary>
internal static class SeededDoubles
{
    public static double Unit(ref ulong seed) => (Next(ref seed) >> 11) * (1.0 / (1UL << 53));

    public static double Signed(ref ulong seed) => 2 * Unit(ref seed) - 1;

    public static int Below(int count, ref ulong seed) => (int)(Next(ref seed) % (ulong)count);

    // SplitMix64: Steele, Lea and Flood 2014
    public static ulong Next(ref ulong seed)
    {
        ulong z = seed += 0x9e3779b97f4a7c15;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
}
