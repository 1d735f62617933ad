using System.Buffers;
using System.Text;

namespace Locomotion.Sim.Exports;

/// <summary>A table as comma-separated text in UTF-8: a line of names, then numbers in the shortest form that reads back exactly.</summary>
/// <remarks>Quotes as RFC 4180 says, but lines end as everywhere here, in a line feed.</remarks>
public sealed class CsvTableWriter : ITableWriter
{
    private const int LongestNumber = 32;           // bytes, comma included
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");

    private readonly Stream stream;
    private readonly byte[] buffer = new byte[1 << 16];
    private int used;
    private bool inRow;

    /// <summary>Writes the line of names. The stream remains the caller's.</summary>
    public CsvTableWriter(Stream stream, IReadOnlyList<ExportColumn> columns)
    {
        this.stream = stream;
        foreach (ExportColumn column in columns) Text(column.Name);
        EndRow();
    }

    /// <inheritdoc/>
    public void Whole(long value)
    {
        BeginCell();
        value.TryFormat(buffer.AsSpan(used), out int length);
        used += length;
    }

    /// <inheritdoc/>
    public void Number(double value)
    {
        BeginCell();
        value.TryFormat(buffer.AsSpan(used), out int length, "R");
        used += length;
    }

    /// <inheritdoc/>
    public void Coarse(float value)
    {
        BeginCell();
        value.TryFormat(buffer.AsSpan(used), out int length, "R");
        used += length;
    }

    /// <inheritdoc/>
    public void Text(string value)
    {
        BeginCell();
        Append(value.AsSpan().ContainsAny(Special) ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value);
    }

    /// <inheritdoc/>
    public void Optional(double? value)
    {
        if (value is { } number) Number(number);
        else BeginCell();
    }

    /// <inheritdoc/>
    public void Truth(bool value) => Text(value ? "true" : "false");

    /// <inheritdoc/>
    public void EndRow()
    {
        Append("\n");
        inRow = false;
    }

    /// <inheritdoc/>
    public void Finish() => Flush();

    /// <inheritdoc/>
    public void Dispose()
    {
    }

    private void BeginCell()
    {
        if (used > buffer.Length - LongestNumber) Flush();
        if (inRow) buffer[used++] = (byte)',';
        inRow = true;
    }

    private void Append(string text)
    {
        if (Encoding.UTF8.GetMaxByteCount(text.Length) > buffer.Length - used) Flush();
        if (Encoding.UTF8.GetMaxByteCount(text.Length) <= buffer.Length) used += Encoding.UTF8.GetBytes(text, buffer.AsSpan(used));
        else stream.Write(Encoding.UTF8.GetBytes(text));
    }

    private void Flush()
    {
        stream.Write(buffer, 0, used);
        used = 0;
    }
}
