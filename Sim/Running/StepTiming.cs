using System.Diagnostics;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Loop;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Running;

/// <summary>What a step costs on this machine, told by the median over many short blocks.</summary>
public static class StepTiming
{
    private const int Blocks = 41;

    /// <summary>Median time of one step of <paramref name="scenario"/>'s first phase, controller and body, s; after a warm-up.</summary>
    public static double Measure(Scenario scenario, int stepsPerBlock)
    {
        Simulation simulation = new(scenario);
        DescendingCommand command = scenario.Timeline[0].Command;
        Run(Math.Max(2000, stepsPerBlock));
        double[] times = new double[Blocks];
        for (int block = 0; block < Blocks; block++)
        {
            long started = Stopwatch.GetTimestamp();
            Run(stepsPerBlock);
            times[block] = Stopwatch.GetElapsedTime(started).TotalSeconds / stepsPerBlock;
        }
        Array.Sort(times);
        return times[Blocks / 2];

        void Run(int steps)
        {
            for (int k = 0; k < steps; k++) ControlLoop.Tick(simulation.Controller, simulation.Plant, in command);
        }
    }
}
