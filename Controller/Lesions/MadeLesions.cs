using System.Collections;

namespace Locomotion.Controller.Lesions;

/// <summary>
/// The lesions that were made, each once, in their order. The loop adds and allocates nothing; any thread may read meanwhile.
/// </summary>
public sealed class MadeLesions : IReadOnlyList<MadeLesion>
{
    private const int OfHead = 3, OfSegment = 6;    // what can be taken: of the head, and of each segment

    private readonly bool[] known;                  // [what]
    private readonly MadeLesion[] entries;
    private int count;

    internal MadeLesions(int segments)
    {
        known = new bool[OfHead + OfSegment * segments];
        entries = new MadeLesion[known.Length];
    }

    /// <summary>How many can be made.</summary>
    public int Most => known.Length;

    /// <inheritdoc/>
    public int Count => Volatile.Read(ref count);

    /// <inheritdoc/>
    public MadeLesion this[int index] => index < Count ? entries[index] : throw new ArgumentOutOfRangeException(nameof(index), index, "Lies beyond the lesions made.");

    /// <summary>Whether that was made, whenever.</summary>
    public bool Has(Lesion lesion)
    {
        int segments = (known.Length - OfHead) / OfSegment;
        return lesion.Segment >= 0 && lesion.Segment < segments && known[What(lesion)];
    }

    /// <inheritdoc/>
    public IEnumerator<MadeLesion> GetEnumerator()
    {
        for (int k = 0, n = Count; k < n; k++) yield return entries[k];
    }

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Adds one that fits the animal, unless it was made before. Loop's thread.</summary>
    internal void Add(in MadeLesion made)
    {
        ref bool before = ref known[What(made.Lesion)];
        if (before) return;
        before = true;
        entries[count] = made;
        Volatile.Write(ref count, count + 1);       // only now may others see it
    }

    /// <summary>Forgets all.</summary>
    internal void Clear()
    {
        Volatile.Write(ref count, 0);
        Array.Clear(known);
    }

    private static int What(Lesion lesion) => lesion.Kind switch
    {
        LesionKind.Brain => 0,
        LesionKind.Seg => 1,
        LesionKind.Head => 2,
        LesionKind.CutBehind => OfHead + OfSegment * lesion.Segment,
        LesionKind.Silence => OfHead + OfSegment * lesion.Segment + 1,
        LesionKind.Amputate => OfHead + OfSegment * lesion.Segment + 2 + (int)lesion.Side,
        _ => OfHead + OfSegment * lesion.Segment + 4 + (int)lesion.Side,
    };
}
