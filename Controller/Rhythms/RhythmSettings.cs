namespace Locomotion.Controller.Rhythms;

/// <summary>What a rhythm works with under one set of parameters: each kind of rhythm has its own.</summary>
internal abstract class RhythmSettings;
