using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Locomotion.Benchmarks.Peer;

/// <summary>The blocks of memory that MuJoCo took for one <c>mjData</c>, and where in them an array lies.</summary>
/// <remarks>
/// <c>mjData</c> is a large struct whose layout changes with every version, and 2.2.2 has no call that reads or writes the state.
/// So no layout is assumed here. MuJoCo allocates through <c>mju_user_malloc</c>, which is set while <c>mj_makeData</c> runs, so
/// every block and its length is known and was cleared. A keyframe of the model then writes values that occur nowhere else into
/// qpos, qvel and ctrl, and each array is where its values are found. None or two places is an error, never a guess.
/// Offsets from a header would be right for one version only, and silently wrong for the next.
/// </remarks>
internal sealed unsafe class MuJoCoMemory
{
    private const nuint Alignment = 64;   // what MuJoCo itself asks for
    private static readonly Lock Recording = new();
    private static readonly List<(nint Start, nuint Bytes)> Recorded = [];
    private readonly (nint Start, nuint Bytes)[] blocks;

    /// <summary>Makes the data of <paramref name="model"/>; free it with <c>mj_deleteData</c>.</summary>
    public MuJoCoMemory(nint model)
    {
        lock (Recording)
        {
            nint* allocator = (nint*)MuJoCo.Variable("mju_user_malloc");
            *allocator = (nint)(delegate* unmanaged[Cdecl]<nuint, void*>)&Allocate;
            Data = MuJoCo.mj_makeData(model);
            *allocator = 0;
            blocks = [.. Recorded];
            Recorded.Clear();
        }

        if (Data == 0)
            throw new InvalidOperationException("MuJoCo could not make the data of the model (mj_makeData).");
    }

    /// <summary>The <c>mjData</c>.</summary>
    public nint Data { get; }

    /// <summary>The one place that holds exactly these numbers in this order.</summary>
    public double* Find(string array, ReadOnlySpan<double> values)
    {
        double* found = null;
        int places = 0;
        foreach ((nint start, nuint bytes) in blocks)
        {
            ReadOnlySpan<double> block = new((void*)start, checked((int)(bytes / sizeof(double))));
            for (int from = 0, at; (at = block[from..].IndexOf(values)) >= 0; from += at + 1, places++)
                found = (double*)start + from + at;
        }

        return places == 1
            ? found
            : throw new InvalidOperationException(
                $"MuJoCo {MuJoCo.Version}: the mark of {array} stands in {places} places, not one; this version needs another way in.");
    }

    // free() takes what this gives, so MuJoCo's own mju_free may run after the recording has ended
    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void* Allocate(nuint bytes)
    {
        nuint padded = (bytes + Alignment - 1) / Alignment * Alignment;
        void* start = NativeMemory.AlignedAlloc(padded, Alignment);
        NativeMemory.Clear(start, padded);
        Recorded.Add(((nint)start, padded));
        return start;
    }
}
