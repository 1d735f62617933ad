using Locomotion.Sim.Pictures;

namespace Locomotion.Sim.Experiments;

/// <summary>A picture of an experiment.</summary>
/// <param name="Path">The PNG file.</param>
/// <param name="Caption">What it shows, in a sentence.</param>
public sealed record Picture(string Path, string Caption)
{
    /// <summary>Saves <paramref name="sheet"/> as NAME.png and NAME.svg, and lets go of it.</summary>
    internal static Picture Save(Sheet sheet, string folder, string name, string caption)
    {
        Directory.CreateDirectory(folder);
        using (sheet) return new Picture(sheet.Save(folder, name)[0], caption);
    }
}
