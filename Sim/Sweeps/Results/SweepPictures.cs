using Locomotion.Controller.Parameters;
using Locomotion.Sim.Exports;

namespace Locomotion.Sim.Sweeps;

/// <summary>Draws pictures of a sweep's results.</summary>
public static class SweepPictures
{
    private const int MostPlaces = 4000, MostPanels = 40;

    /// <summary>Draws one as PNG and SVG; returns their paths.</summary>
    /// <exception cref="InvalidInputException">The table has no such picture, or nothing to show.</exception>
    public static IReadOnlyList<string> Draw(SweepPicture picture, SweepTable table, string folder)
    {
        PictureData data = PictureData.Of(picture, table);
        if (data.Rows == 0) throw new InvalidInputException("Picture", $"'{picture.Show}'", "has no row to show", "run the sweep, or choose another condition");
        if (data.Xs.Count > MostPlaces || data.Ys.Count > MostPlaces || data.Bys.Count > MostPanels)
            throw new InvalidInputException("Picture", $"{data.Xs.Count} by {data.Ys.Count} places in {data.Bys.Count} panels", $"are more than {MostPlaces} by {MostPlaces} in {MostPanels}", "choose columns with fewer values");
        Directory.CreateDirectory(folder);
        using Pictures.Sheet sheet = picture.Y is null ? CurvePicture.Draw(data) : MapPicture.Draw(data);
        return sheet.Save(folder, picture.FileName);
    }

    /// <summary>The pictures of a design that asks for none: maps over the commands that differ, lesions over drive, and what settles from how many seeds.</summary>
    public static IReadOnlyList<SweepPicture> Of(SweepDesign design)
    {
        if (design.Pictures.Count > 0) return design.Pictures;
        SweepColumn[] columns = [.. SweepColumn.Of(design)];
        HashSet<string> axes = [.. design.Blocks.Where(block => block.Count > 1).SelectMany(block => block.Axes).Select(axis => axis.Name)];
        string? by = axes.Contains("oscillator") ? "oscillator" : null;
        string? shown = new[] { PhaseColumns.Behaviour, "speed_bl_per_s" }.FirstOrDefault(name => columns.Any(column => column.Name == name));
        List<SweepPicture> pictures = [];
        foreach ((string x, string y) in new[] { ("drive", "release"), ("drive", "swim"), ("drive", "lesions") })
        {
            if (axes.Contains(x) && axes.Contains(y) && shown is not null) pictures.Add(new SweepPicture(x, y, shown, by));
        }
        string? along = axes.Contains("drive") ? "drive" : design.Blocks.Where(block => block.Count > 1).SelectMany(block => block.Axes).FirstOrDefault(axis => axis.IsNumber)?.Name;
        foreach (SweepColumn condition in columns.Where(column => column.Kind == CellKind.Truth))
        {
            if (along is not null) pictures.Add(new SweepPicture(along, null, condition.Name, by));
        }
        return pictures;
    }
}
