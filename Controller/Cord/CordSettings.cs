using Locomotion.Controller.Rhythms;

namespace Locomotion.Controller.Cord;

/// <summary>What a cord works with under one set of parameters. It holds arrays for the state of one cord: no other may use it.</summary>
/// <param name="Owner">The cord it was made for.</param>
/// <param name="Coefficients">Of every segment.</param>
/// <param name="Motor">From strokes to angles.</param>
/// <param name="Rhythm">Of the oscillators.</param>
internal sealed record CordSettings(NerveCord Owner, SegmentCoefficients Coefficients, Motor Motor, RhythmSettings Rhythm);
