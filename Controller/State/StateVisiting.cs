using System.Runtime.InteropServices;

namespace Locomotion.Controller.State;

/// <summary>Fields of any plain type, as their bytes.</summary>
public static class StateVisiting
{
    /// <summary>An array of plain values, without padding between or in them.</summary>
    public static void Visit<T>(this IStateVisitor visitor, string name, Span<T> state) where T : unmanaged => visitor.Visit(name, MemoryMarshal.AsBytes(state));

    /// <summary>A single value.</summary>
    public static void Visit<T>(this IStateVisitor visitor, string name, ref T state) where T : unmanaged => visitor.Visit(name, new Span<T>(ref state));

    /// <summary>A single flag.</summary>
    public static void Flag(this IStateVisitor visitor, string name, ref bool state) => visitor.Flags(name, new Span<bool>(ref state));
}
