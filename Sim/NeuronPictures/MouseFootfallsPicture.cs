using Locomotion.Controller.Circuits;
using Locomotion.Sim.Charts;
using Locomotion.Sim.Neurons;
using Locomotion.Sim.Pictures;
using SkiaSharp;

namespace Locomotion.Sim.NeuronPictures;

/// <summary>Which limb stands when, while the command rises from 0 to 1 second by second.</summary>
internal static class MouseFootfallsPicture
{
    public static Sheet Draw(IReadOnlyList<MouseRow> rows, ulong seed, Settings? settings)
    {
        CircuitTrace trace = MouseStudy.RisingTrace(seed, settings);
        Sheet sheet = new(1200, 360);
        sheet.Title("Mouse: footfalls with rising command", "Dark: the limb stands. Named: the most frequent gait of the seeds at that command.");
        SKRect data = new(84, 128, 1176, 248);
        double seconds = (trace.Samples - 1) * trace.Dt;
        Panel panel = new(sheet, data, (0, seconds), (Mouse.Limbs.Count, 0));
        panel.HideFrame();
        List<Block> blocks = [];
        for (int limb = 0; limb < Mouse.Limbs.Count; limb++)
        {
            double[] standing = [.. MouseStudy.Swings(trace, $"{Mouse.Limbs[limb]}.flexor").Select(swing => 1 - swing)];
            blocks.Add(new Block(0, seconds, limb + 0.86, limb + 0.14, Palette.Row));
            foreach ((int start, int end) in Waveform.Bursts(standing))
                blocks.Add(new Block(start * trace.Dt, end * trace.Dt, limb + 0.8, limb + 0.2, Palette.Ink));
            float y = data.Top + (limb + 0.5f) / Mouse.Limbs.Count * data.Height + 4.3f;
            string name = Mouse.Limbs[limb];
            sheet.Add(canvas => canvas.Write(name, data.Left - 10, y, 12, Palette.Text, SKTextAlign.Right));
        }
        panel.Add(new Blocks(blocks));
        panel.TicksX(null);
        Panel command = Chart.Add(sheet, new SKRect(84, 262, 1176, 308), (0, seconds), (0, 1.1), "time, s", "command");
        command.Add(new Curve([.. Enumerable.Range(0, 6).SelectMany(k => new double[] { k, k + 1 })], [.. Enumerable.Range(0, 6).SelectMany(k => new[] { k * 0.2, k * 0.2 })], Palette.Ink, 1.6f));
        for (int k = 0; k < 6; k++)
        {
            MouseRow? row = rows.FirstOrDefault(row => Math.Abs(row.Command - k * 0.2) < 1e-9);
            string gait = row is { Gaits: [var most, ..] } ? most.Gait.ToString().ToLowerInvariant() : "";
            float x = data.Left + (k + 0.5f) / 6 * data.Width;
            sheet.Add(canvas => canvas.Write(gait, x, data.Top - 12, 13, Palette.Ink, SKTextAlign.Center, bold: true));
        }
        return sheet;
    }
}
