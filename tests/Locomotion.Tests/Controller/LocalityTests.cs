using System.Reflection;
using Locomotion.Controller;
using Locomotion.Controller.Cord;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;
using Locomotion.Controller.Rhythms;

namespace Locomotion.Tests.Controller;

/// <summary>A segment reads itself, its two neighbours, its own senses and what the cord brings: by its types, and by what it does.</summary>
public class LocalityTests
{
    private const int Segments = 9;

    /// <summary>The functions that advance one segment, and all that they are given.</summary>
    public static TheoryData<string, string, string> Kernels => new()
    {
        { "Cord.Segment", "Step", "p, s, ahead, senses, cord" },
        { "Cord.Segment", "Rest", "p, s" },
        { "Rhythms.PhaseOscillators", "Step", "p, leg, s, own, ahead, behind, senses" },
        { "Rhythms.BurstingOscillators", "Hear", "p, s, own, ahead, behind, senses" },
    };

    [Theory, MemberData(nameof(Kernels))]
    public void A_segments_step_is_given_one_segment_and_two_neighbours(string name, string method, string parameters)
    {
        Type type = typeof(CentipedeController).Assembly.GetType($"Locomotion.Controller.{name}")!;
        MethodInfo step = type.GetMethod(method)!;
        Assert.Equal(parameters, string.Join(", ", step.GetParameters().Select(parameter => parameter.Name)));
        Assert.All(step.GetParameters(), parameter => Assert.True(HoldsOneSegment(Referred(parameter.ParameterType)), $"{parameter} could hold more than one segment."));
        // the class that holds it remembers nothing
        Assert.DoesNotContain(type.GetFields(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic), field => !field.IsLiteral);
    }

    [Theory, InlineData(Oscillator.Phase, 4), InlineData(Oscillator.Bursting, 4), InlineData(Oscillator.Phase, 0), InlineData(Oscillator.Bursting, 8)]
    public void What_one_segment_feels_reaches_another_one_step_later_for_every_segment_between(Oscillator oscillator, int touched)
    {
        CentipedeController one = Make(oscillator), other = Make(oscillator);
        for (int k = 0; k < 2000; k++) StepBoth(one, other);
        other.Senses.FootLoad[2 * touched] = 1.5;
        other.Senses.FootContact[2 * touched] = 0;
        other.Senses.Wetness[touched == 0 ? 1 : touched] = 0.7;     // the head's reaches the brain, and so all
        for (int steps = 1; steps <= 5000; steps++)
        {
            StepBoth(one, other);
            for (int i = 0; i < Segments; i++)
            {
                // a burster may hear a change and go on as before until it has an effect: nothing may come early
                if (Math.Abs(i - touched) >= steps) Assert.Equal(one.Segments[i], other.Segments[i]);
            }
        }
        Assert.All(Enumerable.Range(0, Segments), i => Assert.NotEqual(one.Segments[i], other.Segments[i]));    // in the end it reaches all
    }

    private static CentipedeController Make(Oscillator oscillator)
    {
        ControllerParameters p = new() { Oscillator = oscillator };
        p = p with { Bursting = p.Bursting with { Legs = p.Bursting.Legs with { FlexorBehind = -1, ExtensorBehind = 1, FlexorGating = 0, ExtensorGating = 0, Load = -0.5 } } };   // both ways, whatever was found best
        CentipedeController controller = new(Segments, p, LoopTiming.Default, seed: 5) { Descending = Gait.FastWalk.Command };
        controller.Senses.FootLoad.AsSpan().Fill(0.5);
        controller.Senses.FootContact.AsSpan().Fill(1);
        return controller;
    }

    private static void StepBoth(CentipedeController one, CentipedeController other)
    {
        one.Step();
        other.Step();
    }

    private static Type Referred(Type type) => type.IsByRef ? type.GetElementType()! : type;

    /// <summary>Numbers, and structures and parameter groups of them: no list, no object that could lead elsewhere.</summary>
    private static bool HoldsOneSegment(Type type) => type.IsPrimitive || type.IsEnum || type.IsSubclassOf(typeof(ParameterGroup))
        || (type.IsValueType && type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).All(field => HoldsOneSegment(field.FieldType)));
}
