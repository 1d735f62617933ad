using System.Globalization;
using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Frames;

/// <summary>A <see cref="FrameLog"/> as comma-separated text: a line of names, then numbers that read back exactly.</summary>
public static class CsvFile
{
    /// <summary>Writes the whole table.</summary>
    public static void Write(FrameLog log, string path)
    {
        using StreamWriter writer = new(path);
        writer.WriteLine(string.Join(',', log.Columns));
        for (int row = 0; row < log.Count; row++)
        {
            ReadOnlySpan<double> cells = log.Row(row);
            for (int column = 0; column < cells.Length; column++)
            {
                if (column > 0) writer.Write(',');
                writer.Write(cells[column].ToString("R", CultureInfo.InvariantCulture));
            }
            writer.WriteLine();
        }
    }

    /// <summary>Reads a table that <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidInputException">A line has the wrong number of fields, or a field is no number; names file and line.</exception>
    public static FrameLog Read(string path)
    {
        string[] lines = File.ReadAllLines(path);
        if (lines.Length == 0) throw new InvalidInputException(path, "the file", "is empty", "record the run again");
        string[] columns = lines[0].Split(',');
        FrameLog log = new(columns, lines.Length - 1);
        for (int k = 1; k < lines.Length; k++)
        {
            log.TryAppend(out Span<double> row);
            int column = 0;
            foreach (Range field in lines[k].AsSpan().Split(','))
            {
                if (column == row.Length || !double.TryParse(lines[k].AsSpan(field), CultureInfo.InvariantCulture, out row[column++]))
                    throw new InvalidInputException($"{path}, line {k + 1}", $"field {column}", "is not a number in a known column", "record the run again");
            }
            if (column != row.Length)
                throw new InvalidInputException($"{path}, line {k + 1}", $"{column} fields", $"are not the {row.Length} of the header", "record the run again");
        }
        return log;
    }
}
