using Parquet;
using Parquet.Schema;

namespace Locomotion.Tests.Sim.Exports;

/// <summary>Reads columns of Parquet files at once.</summary>
internal static class ParquetReading
{
    public static T Result<T>(this Task<T> task) => task.GetAwaiter().GetResult();

    public static T[] Read<T>(this ParquetRowGroupReader group, DataField field) where T : struct
    {
        T[] cells = new T[group.RowCount];
        group.ReadAsync<T>(field, cells.AsMemory()).AsTask().GetAwaiter().GetResult();
        return cells;
    }

    public static string[] ReadTexts(this ParquetRowGroupReader group, DataField field)
    {
        string?[] cells = new string?[group.RowCount];
        group.ReadAsync(field, cells.AsMemory()).AsTask().GetAwaiter().GetResult();
        return cells!;
    }

    /// <summary>All columns of a file by name: arrays of long, double, float or string.</summary>
    public static Dictionary<string, Array> Columns(string path)
    {
        using FileStream file = File.OpenRead(path);
        ParquetReader reader = ParquetReader.CreateAsync(file).Result();
        Dictionary<string, Array> columns = [];
        foreach (DataField field in reader.Schema.DataFields)
        {
            List<object> cells = [];
            for (int k = 0; k < reader.RowGroupCount; k++)
            {
                using ParquetRowGroupReader group = reader.OpenRowGroupReader(k);
                Array part = field.ClrType == typeof(long) ? group.Read<long>(field)
                    : field.ClrType == typeof(double) ? group.Read<double>(field)
                    : field.ClrType == typeof(float) ? group.Read<float>(field)
                    : group.ReadTexts(field);
                cells.AddRange(part.Cast<object>());
            }
            columns[field.Name] = cells.ToArray();
        }
        return columns;
    }
}
