using Locomotion.Sim.Experiments;
using Locomotion.Sim.Experiments.Reporting;
using Locomotion.Sim.Reports;
using SkiaSharp;

namespace Locomotion.Tests.Sim.Experiments;

/// <summary>A book whose every text is full of characters that mean something in HTML or Markdown, with two real pictures.</summary>
internal static class NastyBook
{
    public const string Nasty = "a<b> & \"c\" | *d* _e_ [f](g) `h` #i \\j ~k";

    public static ExperimentBook Make(string folder)
    {
        ReportTable table = new("table", $"Table {Nasty}", [new("x", $"x\n{Nasty}"), new("empty", "empty column"), new("w", "words")]) { Note = $"Note {Nasty}" };
        table.Add(1.234, null, $"Word {Nasty}");
        table.Add(double.NaN, null, "two\nlines");
        ReportTable untitled = new("untitled", "", [new("hidden", "hidden")]);
        untitled.Add("not to be read");
        ExperimentReport report = new()
        {
            Findings = $"First {Nasty}\n\nSecond {Nasty}",
            Tables = [table, untitled],
            Checks = [Check.AtMost($"Good {Nasty}", 1, 2, "rad"), Check.AtMost($"Bad {Nasty}", 3, 2, "rad")],
            Draw = _ => [],
        };
        Experiment experiment = new("one", $"Title {Nasty}", $"Question {Nasty}", _ => report);
        Picture[] pictures = [Draw(Path.Combine(folder, "one"), "a picture"), Draw(Path.Combine(folder, "one"), "b")];
        return new ExperimentBook([new FinishedExperiment(experiment, report, pictures)], "run it --all", new SourceVersion("1.2.3", "0123abc"));
    }

    private static Picture Draw(string folder, string name)
    {
        Directory.CreateDirectory(folder);
        using SKBitmap bitmap = new(3, 2);
        using FileStream file = File.Create(Path.Combine(folder, name + ".png"));
        bitmap.Encode(file, SKEncodedImageFormat.Png, 100);
        return new Picture(file.Name, $"Caption {Nasty}");
    }
}
