using System.Globalization;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Exports;

namespace Locomotion.Sim.Sweeps;

/// <summary>What a picture shows: the rows of a table gathered by place. Memory goes with the number of places, and of rows only for curves.</summary>
public sealed class PictureData
{
    private const int MostPlaces = 60, Bins = 16;      // along the horizontal axis of curves

    private readonly Dictionary<(string By, string Y, string X), List<double>> numbers = [];
    private readonly Dictionary<(string By, string Y, string X), Dictionary<string, int>> words = [];

    private PictureData(SweepPicture picture, bool isWord, bool isTruth) => (Picture, IsWord, IsShare) = (picture, isWord, isTruth);

    /// <summary>What was asked for.</summary>
    public SweepPicture Picture { get; }

    /// <summary>Whether words are shown, not numbers.</summary>
    public bool IsWord { get; }

    /// <summary>Whether the numbers are shares of true.</summary>
    public bool IsShare { get; }

    /// <summary>Values along the horizontal axis, in order.</summary>
    public IReadOnlyList<string> Xs { get; private set; } = [];

    /// <summary>Values along the vertical axis of a map, in order.</summary>
    public IReadOnlyList<string> Ys { get; private set; } = [];

    /// <summary>Values with a panel or a line each, in order; one empty one if there is but one panel.</summary>
    public IReadOnlyList<string> Bys { get; private set; } = [];

    /// <summary>Words that occur, in order.</summary>
    public IReadOnlyList<string> Words { get; private set; } = [];

    /// <summary>Rows that count.</summary>
    public long Rows { get; private set; }

    /// <summary>Throws unless a picture can be drawn from a table with these columns.</summary>
    /// <exception cref="InvalidInputException">A column does not exist, or cannot be shown so; or the condition cannot be understood.</exception>
    public static SweepPicture Checked(SweepPicture picture, IReadOnlyList<SweepColumn> columns)
    {
        foreach (string? name in new[] { picture.X, picture.Y, picture.Show, picture.By })
        {
            if (name is not null && !columns.Any(column => column.Name == name))
                throw new InvalidInputException("Column", $"'{name}'", "does not exist", $"did you mean '{Naming.Nearest(name, columns.Select(column => column.Name))}'? There are {string.Join(", ", columns.Select(column => column.Name))}");
        }
        if (picture.Y is null && columns.First(column => column.Name == picture.Show).Kind == CellKind.Text)
            throw new InvalidInputException("Column", $"'{picture.Show}'", "has words, which no curve can show", "show a column of numbers, or draw a map");
        if (picture.Where.Length > 0) RowFilter.Where(columns, picture.Where).Dispose();
        return picture;
    }

    /// <summary>Gathers the rows of a table.</summary>
    /// <exception cref="InvalidInputException">The table has no such picture.</exception>
    public static PictureData Of(SweepPicture picture, SweepTable table)
    {
        Checked(picture, table.Columns);
        List<string> names = [.. table.Columns.Select(column => column.Name)];
        int x = names.IndexOf(picture.X), y = picture.Y is null ? -1 : names.IndexOf(picture.Y), by = picture.By is null ? -1 : names.IndexOf(picture.By), show = names.IndexOf(picture.Show);
        PictureData data = new(picture, table.Columns[show].Kind == CellKind.Text, table.Columns[show].Kind == CellKind.Truth);
        bool numeric = table.Columns[x].Kind != CellKind.Text;
        foreach (object?[] row in table.Rows(picture.Where))
        {
            if (numeric && row[x] is null) continue;        // it has no place
            data.Rows++;
            data.Add((by < 0 ? "" : Text(row[by]), y < 0 ? "" : Text(row[y]), Text(row[x])), row[show]);
        }
        if (y < 0 && numeric && data.numbers.Keys.Select(place => place.X).Distinct().Count() > MostPlaces) data.Bin();
        data.Order(table.Columns[x], y < 0 ? null : table.Columns[y], by < 0 ? null : table.Columns[by]);
        return data;
    }

    /// <summary>The numbers at a place.</summary>
    public IReadOnlyList<double> Numbers(string by, string y, string x) => numbers.GetValueOrDefault((by, y, x)) ?? [];

    /// <summary>The most frequent word at a place, and its share; null where there is none.</summary>
    public (string Word, double Share)? Word(string by, string y, string x)
    {
        if (words.GetValueOrDefault((by, y, x)) is not { } counts) return null;
        (string word, int count) = counts.OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key, StringComparer.Ordinal).First();
        return (word, count / (double)counts.Values.Sum());
    }

    private void Add((string, string, string) place, object? cell)
    {
        if (IsWord)
        {
            if (!words.TryGetValue(place, out Dictionary<string, int>? counts)) counts = words[place] = [];
            string word = cell as string ?? "";
            counts[word] = counts.GetValueOrDefault(word) + 1;
            return;
        }
        if (!numbers.TryGetValue(place, out List<double>? list)) list = numbers[place] = [];
        double number = cell switch { double value => value, long whole => whole, bool truth => truth ? 1 : 0, _ => double.NaN };
        if (double.IsFinite(number)) list.Add(number);
    }

    /// <summary>Joins places along the horizontal axis of curves, if there are many: neighbours, as many numbers in each; places without a number are left out.</summary>
    private void Bin()
    {
        var before = numbers.Where(place => place.Value.Count > 0).ToArray();
        if (before.Length == 0) return;
        double[] all = [.. before.SelectMany(place => place.Value.Select(_ => double.Parse(place.Key.X, CultureInfo.InvariantCulture))).Order()];
        int each = (int)Math.Ceiling(all.Length / (double)Bins);
        double[][] bins = [.. all.Chunk(each)];
        numbers.Clear();
        foreach (((string by, string y, string x), List<double> values) in before)
        {
            double place = double.Parse(x, CultureInfo.InvariantCulture);
            double[] bin = bins.Last(bin => bin[0] <= place);
            (string, string, string) joined = (by, y, Naming.Number(bin.Average()));
            if (!numbers.TryGetValue(joined, out List<double>? list)) list = numbers[joined] = [];
            list.AddRange(values);
        }
    }

    private void Order(SweepColumn x, SweepColumn? y, SweepColumn? by)
    {
        (string By, string Y, string X)[] places = IsWord ? [.. words.Keys] : [.. numbers.Keys];
        Xs = Sorted(places.Select(place => place.X), x);
        Ys = Sorted(places.Select(place => place.Y), y);
        Bys = Sorted(places.Select(place => place.By), by);
        Words = [.. words.Values.SelectMany(counts => counts.Keys).Distinct().Order(StringComparer.Ordinal)];
    }

    /// <summary>Numbers by size; words as they come, which is the order of the design.</summary>
    private static string[] Sorted(IEnumerable<string> values, SweepColumn? column) => column is { Kind: not CellKind.Text }
        ? [.. values.Distinct().OrderBy(value => double.TryParse(value, CultureInfo.InvariantCulture, out double number) ? number : double.NaN)]
        : [.. values.Distinct()];

    private static string Text(object? cell) => cell switch
    {
        double number => Naming.Number(number),
        bool truth => truth ? "1" : "0",
        null => "",
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture)!,
    };
}
