namespace Locomotion.Controller.Lesions;

/// <summary>What an experimenter takes from the animal.</summary>
public enum LesionKind
{
    /// <summary>The brain: nothing releases the trunk, decides to swim, or turns.</summary>
    Brain,
    /// <summary>The subesophageal ganglion (SEG): nothing arrives in the cord from above, the brain's signals included.</summary>
    Seg,
    /// <summary>The head, brain and SEG together: for the cord the same as <see cref="Seg"/>.</summary>
    Head,
    /// <summary>Every nerve between a segment and the one behind it; the body still joins them.</summary>
    CutBehind,
    /// <summary>A segment's ganglion: its legs and joint rest, it couples to no neighbour and relays nothing. Fibres that only pass through it still do.</summary>
    Silence,
    /// <summary>A leg: its stump is held up and folded, and feels nothing. Its circuit goes on.</summary>
    Amputate,
    /// <summary>A leg's senses of load and contact.</summary>
    Deafen,
}
