using System.Text;

namespace Locomotion.Sim.Reports;

/// <summary>Text for Markdown.</summary>
internal static class MarkdownText
{
    /// <summary>Text that Markdown shows as it stands, in one line.</summary>
    public static string Plain(string text)
    {
        StringBuilder plain = new();
        foreach (char c in text.ReplaceLineEndings(" "))
        {
            if (@"\`*_{}[]<>#|&~".Contains(c)) plain.Append('\\');
            plain.Append(c);
        }
        return plain.ToString();
    }
}
