using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Lesions;

/// <summary>
/// One lesion and when it is made. As text: <c>brain</c>, <c>seg</c>, <c>head</c>, <c>cut-behind=9</c>, <c>silence=4</c>,
/// <c>amputate=4-left</c>, <c>deafen=4-right</c>, each with <c>@3.5</c> for a time. Segments count from 0 at the head, as everywhere.
/// </summary>
/// <param name="Kind">What is taken.</param>
/// <param name="Segment">Where; 0 for the head's lesions.</param>
/// <param name="Side">Which leg; left where it does not matter.</param>
/// <param name="At">When, s since the start.</param>
public sealed record Lesion(LesionKind Kind, int Segment = 0, Side Side = Side.Left, double At = 0)
{
    /// <summary>Latest time of a lesion, s: a day.</summary>
    public const double LatestTime = 86400;

    /// <summary>What a lesion looks like as text, as a regular expression.</summary>
    public const string Pattern = "^(brain|seg|head|(cut-behind|silence)=[0-9]+|(amputate|deafen)=[0-9]+-(left|right))(@[0-9]+(\\.[0-9]+)?)?$";

    private const string Examples = "write for example brain, seg, head, cut-behind=9, silence=4, amputate=4-left or deafen=4-right, with @3.5 for a time in s";

    /// <summary>Whether it takes one leg.</summary>
    private bool OfLeg => Kind is LesionKind.Amputate or LesionKind.Deafen;

    /// <summary>Whether it takes something at a segment.</summary>
    private bool OfSegment => Kind is LesionKind.CutBehind or LesionKind.Silence || OfLeg;

    /// <summary>Number of the leg it takes; see <see cref="Loop.Leg"/>.</summary>
    internal int Leg => Side == Side.Left ? Loop.Leg.Left(Segment) : Loop.Leg.Right(Segment);

    /// <summary>Reads the text form.</summary>
    /// <exception cref="InvalidInputException">The text is none.</exception>
    public static Lesion Parse(string text)
    {
        string[] timed = text.Split('@');
        string[] placed = timed[0].Split('=');
        string[] sided = placed.Length == 2 ? placed[1].Split('-') : [];
        if (timed.Length > 2 || placed.Length > 2 || sided.Length > 2
            || !Naming.TryWord(placed[0], out LesionKind kind)
            || !TryTime(timed, out double at)) throw Refused(text);
        Lesion lesion = new(kind, At: at);
        if (lesion.OfSegment != (placed.Length == 2) || lesion.OfLeg != (sided.Length == 2)) throw Refused(text);
        if (!lesion.OfSegment) return lesion;
        if (!NumberText.TryInt(sided[0], out int segment) || segment < 0) throw Refused(text);
        Side side = Side.Left;
        return lesion.OfLeg && !Naming.TryWord(sided[1], out side) ? throw Refused(text) : lesion with { Segment = segment, Side = side };
    }

    /// <summary>The text form; <see cref="Parse"/> reads it back.</summary>
    public override string ToString()
    {
        string where = OfLeg ? $"={Segment}-{Naming.Word(Side)}" : OfSegment ? $"={Segment}" : "";
        return $"{Naming.Word(Kind)}{where}{(At > 0 ? $"@{Naming.Number(At)}" : "")}";
    }

    /// <summary>Throws unless an animal of <paramref name="segments"/> has what the lesion takes.</summary>
    /// <exception cref="InvalidInputException">It has not.</exception>
    public void CheckFits(int segments)
    {
        int last = Kind == LesionKind.CutBehind ? segments - 2 : segments - 1;
        if (OfSegment && (Segment < 0 || Segment > last))
            throw new InvalidInputException($"Lesion '{this}'", $"segment {Segment}", $"lies outside [0, {last}]", $"choose a segment inside: the animal has {segments}, from 0");
    }

    private static bool TryTime(string[] timed, out double at)
    {
        at = 0;
        return timed.Length == 1 || (NumberText.TryDouble(timed[1], out at) && at is >= 0 and <= LatestTime);
    }

    private static InvalidInputException Refused(string text) => new("Lesion", $"'{text}'", "is not known", Examples);
}
