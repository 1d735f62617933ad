namespace Locomotion.Sim.Sweeps;

/// <summary>A picture of a sweep's results: a map over two columns, or curves over one.</summary>
/// <param name="X">The column along the horizontal axis.</param>
/// <param name="Y">The column along the vertical axis of a map; null for curves.</param>
/// <param name="Show">The column that is shown: numbers are averaged over all cases of a place, of words the most frequent one counts.</param>
/// <param name="By">The column whose values have a panel each (maps) or a line each (curves), or null.</param>
/// <param name="Where">Which rows count, as SQL has it after WHERE; empty for all.</param>
/// <param name="Title">What stands above it; empty for the columns' names.</param>
public sealed record SweepPicture(string X, string? Y, string Show, string? By = null, string Where = "", string Title = "")
{
    /// <summary>Name of its file, without ending.</summary>
    public string FileName
    {
        get
        {
            string words = string.Join('-', new[] { Show, Y, X, By, Where }.Where(part => !string.IsNullOrEmpty(part)));
            string plain = string.Concat(words.Select(c => char.IsAsciiLetterOrDigit(c) ? char.ToLowerInvariant(c) : '-'));
            return string.Join('-', plain.Split('-', StringSplitOptions.RemoveEmptyEntries));
        }
    }
}
