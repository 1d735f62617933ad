using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Lesions;

/// <summary>Lesions on their way from other threads to the loop. None is lost, and taking them allocates nothing.</summary>
internal sealed class LesionMailbox(int segments)
{
    private Lesion[]? waiting;

    /// <summary>Puts all of them, or none. Any thread.</summary>
    /// <exception cref="InvalidInputException">One does not fit the animal, or has a time.</exception>
    public void Put(IReadOnlyList<Lesion> lesions)
    {
        foreach (Lesion lesion in lesions)
        {
            lesion.CheckFits(segments);
            if (lesion.At != 0)
                throw new InvalidInputException($"Lesion '{lesion}'", $"{Naming.Number(lesion.At)} s", "is a time, and a running animal's lesions are made at once", "leave it out");
        }
        if (lesions.Count == 0) return;
        Lesion[]? before, after;
        do
        {
            before = Volatile.Read(ref waiting);
            after = [.. (before ?? []).Union(lesions)];
        }
        while (Interlocked.CompareExchange(ref waiting, after, before) != before);
    }

    /// <summary>All that wait; null if none does. Loop's thread.</summary>
    public Lesion[]? Take() => Volatile.Read(ref waiting) is null ? null : Interlocked.Exchange(ref waiting, null);
}
