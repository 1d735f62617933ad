using System.Globalization;
using System.Text;

namespace Locomotion.Controller.Parameters;

/// <summary>How names and numbers are written wherever a person or a file meets them.</summary>
public static class Naming
{
    /// <summary>"SlipSpeed" as "slip-speed".</summary>
    public static string Kebab(string name)
    {
        StringBuilder kebab = new();
        foreach (char c in name)
        {
            if (char.IsUpper(c) && kebab.Length > 0) kebab.Append('-');
            kebab.Append(char.ToLowerInvariant(c));
        }
        return kebab.ToString();
    }

    /// <summary>A choice as people write it: SlowWalk as "slow-walk".</summary>
    public static string Word(Enum choice) => Kebab(choice.ToString());

    /// <summary>The choice that <paramref name="word"/> names; false if there is none.</summary>
    public static bool TryWord<T>(string word, out T choice) where T : struct, Enum
    {
        foreach (T known in Enum.GetValues<T>())
        {
            choice = known;
            if (Word(known) == word) return true;
        }
        choice = default;
        return false;
    }

    /// <summary>The shortest text that reads back as the same double.</summary>
    public static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The candidate with the smallest edit distance to <paramref name="word"/>: what was probably meant.</summary>
    public static string Nearest(string word, IEnumerable<string> candidates) =>
        candidates.MinBy(candidate => EditDistance(word, candidate)) ?? "";

    /// <summary>Insertions, deletions and replacements that turn <paramref name="a"/> into <paramref name="b"/> (Levenshtein).</summary>
    private static int EditDistance(string a, string b)
    {
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int above = row[j];
                int replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.Length];
    }
}
