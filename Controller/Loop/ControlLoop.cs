using Locomotion.Controller.Descending;

namespace Locomotion.Controller.Loop;

/// <summary>Control against plant at a fixed step: the same on the desk and on the robot.</summary>
public static class ControlLoop
{
    /// <summary>Runs until <paramref name="source"/> has no more commands, or <paramref name="stop"/>; leaves the plant at rest however it ends.</summary>
    /// <remarks>Ticks are counted from the controller's first step, so that one whose state was restored goes on where it was saved.</remarks>
    /// <returns>Ticks completed since the controller's first step.</returns>
    public static long Run(CentipedeController controller, IPlant plant, IDescendingSource source, IStepObserver observer,
        CancellationToken stop)
    {
        try
        {
            plant.Sense(controller.Senses);
            long tick = controller.Steps / controller.Timing.StepsPerTick;
            for (; !stop.IsCancellationRequested && source.TryNext(tick, controller.Senses, out DescendingCommand command); tick++)
            {
                Tick(controller, plant, in command);
                observer.Observe(tick, controller);
            }
            return tick;
        }
        finally
        {
            plant.Rest();
        }
    }

    /// <summary>One tick: the controller's steps under <paramref name="command"/>, then the plant for the same time.</summary>
    public static void Tick(CentipedeController controller, IPlant plant, in DescendingCommand command)
    {
        LoopTiming timing = controller.Timing;
        controller.TakeTuning();
        controller.TakeLesions();
        controller.Descending = command;
        for (int step = 0; step < timing.StepsPerTick; step++) controller.Step();
        plant.Step(controller.Command, controller.Senses, timing.Period);
    }
}
