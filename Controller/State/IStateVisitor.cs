namespace Locomotion.Controller.State;

/// <summary>Sees all that something remembers, field by field: to hash it, to save it, or to put back what was saved.</summary>
public interface IStateVisitor
{
    /// <summary>Whether it writes into what it visits: then what follows from it must be worked out again.</summary>
    bool Restores { get; }

    /// <summary>Begins a part; names of fields count within it.</summary>
    void Part(string name);

    /// <summary>A field, as its bytes lie in memory.</summary>
    void Visit(string name, Span<byte> state);

    /// <summary>A field of flags.</summary>
    void Flags(string name, Span<bool> state);

    /// <summary>A table of numbers, row after row; each column is a field.</summary>
    void Table(ReadOnlySpan<string> columns, Span<double> rows);
}
