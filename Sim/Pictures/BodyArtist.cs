using SkiaSharp;

namespace Locomotion.Sim.Pictures;

/// <summary>Draws the animal to scale, with as much detail as its size on the paper allows.</summary>
internal static class BodyArtist
{
    private const float TinyLeg = 6, SeamSpacing = 5;   // px: below, all legs alike and no seams

    /// <summary>Draws it as it was at sample <paramref name="k"/>, its trunk in <paramref name="color"/>.</summary>
    public static void Draw(SKCanvas canvas, RecordedRun run, int k, WorldView view, SKColor color)
    {
        BodyOutline outline = new(run, k, view);
        using SKPaint pen = new() { IsStroke = true, IsAntialias = true, StrokeCap = SKStrokeCap.Round, StrokeJoin = SKStrokeJoin.Round };
        using SKPaint brush = new() { IsAntialias = true, Color = Palette.Ink };
        DrawLegs(canvas, run, k, view, pen, brush);
        DrawHead(canvas, outline, pen, brush);

        float width = view.Pixels(run.Shape.Width);
        using SKPath trunk = outline.Trunk();
        brush.Color = color;
        canvas.DrawPath(trunk, brush);
        if (view.Pixels(run.Shape.SegmentLength) >= SeamSpacing)
        {
            using SKPath seams = outline.Seams();
            pen.Color = Palette.Paper.WithAlpha(150);
            pen.StrokeWidth = Math.Clamp(width / 24, 0.6f, 1.5f);
            pen.StrokeCap = SKStrokeCap.Butt;
            canvas.DrawPath(seams, pen);
        }
        pen.Color = Palette.Mix(color, Palette.Ink, 0.55);
        pen.StrokeWidth = Math.Clamp(width / 24, 0.4f, 1.2f);
        canvas.DrawPath(trunk, pen);
    }

    private static void DrawLegs(SKCanvas canvas, RecordedRun run, int k, WorldView view, SKPaint pen, SKPaint brush)
    {
        float leg = view.Pixels(run.Shape.LegLength);
        using LegLines legs = new(run, k, view);
        pen.StrokeWidth = Math.Clamp(leg / 18, 0.5f, 2.2f);
        pen.Color = Palette.Muted;
        canvas.DrawPath(legs.Lifted, pen);
        if (leg >= TinyLeg) pen.Color = Palette.Ink;
        canvas.DrawPath(legs.Standing, pen);
        if (leg < TinyLeg) return;
        foreach (SKPoint foot in legs.Feet)
            canvas.DrawCircle(foot, Math.Clamp(leg / 14, 0.7f, 3), brush);
    }

    /// <summary>A dark head with two antennae, at the front of the trunk.</summary>
    private static void DrawHead(SKCanvas canvas, BodyOutline outline, SKPaint pen, SKPaint brush)
    {
        SKPoint tip = outline.Tip, u = outline.Ahead;      // u: one trunk width forward, px
        SKPoint v = new(u.Y, -u.X);                        // and to the left
        using SKPath antennae = new();
        foreach (float side in new[] { 1f, -1 })
        {
            antennae.MoveTo(At(0.3f, side * 0.22f));
            antennae.QuadTo(At(0.85f, side * 0.35f), At(1.35f, side * 0.85f));
        }
        pen.Color = Palette.Ink;
        pen.StrokeWidth *= 0.8f;
        canvas.DrawPath(antennae, pen);
        canvas.Save();
        canvas.Translate(tip.X, tip.Y);
        canvas.RotateRadians(MathF.Atan2(u.Y, u.X));
        canvas.DrawOval(0.08f * u.Length, 0, 0.46f * u.Length, 0.42f * u.Length, brush);
        canvas.Restore();

        SKPoint At(float forward, float left) => new(tip.X + forward * u.X + left * v.X, tip.Y + forward * u.Y + left * v.Y);
    }
}
