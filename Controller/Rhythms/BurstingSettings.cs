using Locomotion.Controller.Neurons;

namespace Locomotion.Controller.Rhythms;

/// <summary>What a cord of bursters works with under one set of parameters: populations whose arrays wait for the state of those in use.</summary>
internal sealed class BurstingSettings : RhythmSettings
{
    public readonly BurstingParameters Parameters;
    public readonly BursterPopulation Flexors, Extensors, Joints;
    public readonly Muscles Muscles;
    public readonly double RestThreshold;

    public BurstingSettings(ControllerParameters parameters, int segments, double dt, ulong seed)
    {
        BurstingParameters p = Parameters = parameters.Bursting;
        Flexors = new(p.Flexor, p.FlexorShape, 2 * segments, dt, seed);
        Extensors = new(p.Extensor, p.ExtensorShape, 2 * segments, dt, seed, firstStream: 2 * segments);
        Joints = new(p.Joint, p.JointShape, 2 * segments, dt, seed, firstStream: 4 * segments);
        Muscles = new Muscles(p, Extensors.Coefficients, dt);
        RestThreshold = parameters.Excitation.RestThreshold;
    }
}
