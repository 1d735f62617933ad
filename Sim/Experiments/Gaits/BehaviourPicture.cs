using System.Globalization;
using Locomotion.Body;
using Locomotion.Controller.Descending;
using Locomotion.Sim.Charts;
using Locomotion.Sim.Pictures;
using Locomotion.Sim.Scenarios;
using SkiaSharp;

namespace Locomotion.Sim.Experiments;

/// <summary>What the animal does at every command: two cords side by side, land above water.</summary>
internal static class BehaviourPicture
{
    private const float Left = 84, Top = 142, Width = 520, Height = 300, Across = 604, Down = 396;
    private const double Strip = 0.75;      // rows above and below the cells, for the names of the gaits
    private const float NumberSize = 11, NameSize = 12;

    public static Sheet Draw(IReadOnlyList<BehaviourMap> maps)
    {
        Sheet sheet = new(Left + Across + Width + 24, Top + Down + Height + 60);
        sheet.Title("What the descending commands do", "One run of 4 s a cell, from random first phases; numbers: speed, body lengths per second. Framed: the three gaits.");
        Key.Add(sheet, Left, 88, [.. Enum.GetValues<Behaviour>().Where(one => maps.Any(map => map.Count(one) > 0)).Select(one => new KeyEntry(one.InWords(), Color(one), MarkKind.Patch))]);
        for (int k = 0; k < maps.Count; k++) Add(sheet, maps[k], SKRect.Create(Left + k % 2 * Across, Top + k / 2 * Down, Width, Height));
        return sheet;
    }

    private static void Add(Sheet sheet, BehaviourMap map, SKRect data)
    {
        bool land = map.Place == ExpectedGait.Walk;
        Chart.Heading(sheet, data, $"{Trial.Name(map.Cord)} cord, {(land ? "on land" : "in open water, release 1")}");
        double wide = 1.0 / (BehaviourMap.Columns - 1), high = 1.0 / (BehaviourMap.Rows - 1);
        Panel panel = new(sheet, data, (-wide / 2, 1 + wide / 2), (-high * (0.5 + Strip), 1 + high * (0.5 + Strip)));
        panel.Add(new Blocks([.. map.Cells.Select(cell => Cell(map, cell.Command, cell.Figures, wide, high))]));
        double[] ticks = [0, 0.25, 0.5, 0.75, 1];
        panel.TicksX(ticks, NiceNumbers.Format(ticks), "drive");
        panel.TicksY(ticks, NiceNumbers.Format(ticks), map.Upward);
        Place place = new(data, wide, high);
        double length = new BodyParameters().Shape.Length;
        sheet.Add(canvas =>
        {
            foreach ((DescendingCommand command, BehaviourFigures figures) in map.Cells)
            {
                if (figures.Behaviour == Behaviour.Rests) continue;
                string speed = (figures.Speed / length).ToString("0.0", CultureInfo.InvariantCulture);
                canvas.Write(speed, place.X(command.Drive), place.Y(map.Up(command)) + 4, NumberSize, On(figures.Behaviour), SKTextAlign.Center);
            }
            foreach (Gait gait in map.Gaits) Frame(canvas, map, gait, place);
        });
    }

    private static Block Cell(BehaviourMap map, DescendingCommand command, BehaviourFigures figures, double wide, double high)
    {
        double seam = 0.03, up = map.Up(command);
        return new Block(command.Drive - wide * (0.5 - seam), command.Drive + wide * (0.5 - seam), up - high * (0.5 - seam), up + high * (0.5 - seam), Color(figures.Behaviour));
    }

    private static void Frame(SKCanvas canvas, BehaviourMap map, Gait gait, Place place)
    {
        DescendingCommand cell = map.At(gait).Command;
        float x = place.X(cell.Drive), y = place.Y(map.Up(cell)), halfWide = place.Wide / 2, halfHigh = place.High / 2;
        using SKPaint paint = new() { Color = Palette.Ink, IsStroke = true, StrokeWidth = 2.4f, IsAntialias = true };
        canvas.DrawRect(new SKRect(x - halfWide, y - halfHigh, x + halfWide, y + halfHigh), paint);
        bool top = map.Up(cell) > 0.5, right = cell.Drive > 0.5;
        canvas.Write(gait.Name, right ? x + halfWide : x - halfWide, top ? y - halfHigh - 6 : y + halfHigh + 14, NameSize, Palette.Ink,
            right ? SKTextAlign.Right : SKTextAlign.Left, bold: true);
    }

    /// <summary>The colour of a behaviour.</summary>
    internal static SKColor Color(Behaviour behaviour) => behaviour switch
    {
        Behaviour.LegsOnly => Palette.Of(PhaseKind.SlowWalk),
        Behaviour.LegsAndTrunk => Palette.Of(PhaseKind.FastWalk),
        Behaviour.TrunkOnly => Palette.Bend(0.75),
        Behaviour.Swims => Palette.Of(PhaseKind.Swim),
        Behaviour.FoldsOnly => Palette.WaterDeep,
        _ => Palette.Grid,
    };

    /// <summary>The colour of text on it.</summary>
    internal static SKColor On(Behaviour behaviour) => behaviour is Behaviour.LegsAndTrunk or Behaviour.TrunkOnly or Behaviour.Swims ? Palette.Paper : Palette.Ink;

    /// <summary>Where commands lie on the sheet, px.</summary>
    private readonly struct Place(SKRect data, double wide, double high)
    {
        public float Wide => data.Width * (float)(wide / (1 + wide));

        public float High => data.Height * (float)(high / Tall);

        private double Tall => 1 + high * (1 + 2 * Strip);

        public float X(double drive) => data.Left + data.Width * (float)((drive + wide / 2) / (1 + wide));

        public float Y(double up) => data.Bottom - data.Height * (float)((up + high * (0.5 + Strip)) / Tall);
    }
}
