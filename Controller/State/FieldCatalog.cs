namespace Locomotion.Controller.State;

/// <summary>Notes the names of all fields that it passes.</summary>
internal sealed class FieldCatalog : IStateVisitor
{
    private readonly List<string> names = [];
    private string part = "";

    /// <summary>As part.field, in the order of the visit.</summary>
    public IReadOnlyList<string> Names => names;

    /// <inheritdoc/>
    public bool Restores => false;

    /// <inheritdoc/>
    public void Part(string name) => part = name;

    /// <inheritdoc/>
    public void Visit(string name, Span<byte> state) => names.Add($"{part}.{name}");

    /// <inheritdoc/>
    public void Flags(string name, Span<bool> state) => names.Add($"{part}.{name}");

    /// <inheritdoc/>
    public void Table(ReadOnlySpan<string> columns, Span<double> rows)
    {
        foreach (string column in columns) names.Add($"{part}.{column}");
    }
}
