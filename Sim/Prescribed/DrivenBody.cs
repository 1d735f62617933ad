using Locomotion.Body;
using Locomotion.Body.Chain;
using Locomotion.Body.Ground;
using Locomotion.Controller.Loop;

namespace Locomotion.Sim.Prescribed;

/// <summary>A body that follows a written motion instead of a nervous system.</summary>
public sealed class DrivenBody
{
    private readonly Motion motion;
    private readonly double period, step;
    private readonly int stepsPerPeriod;
    private readonly Command command;
    private long periods;

    /// <summary>A body whose legs stand where <paramref name="motion"/> begins, commanded every <paramref name="period"/> seconds.</summary>
    public DrivenBody(BodyParameters parameters, Habitat habitat, Motion motion, double period, int stepsPerPeriod = 1)
    {
        this.motion = motion;
        this.period = period;
        this.stepsPerPeriod = stepsPerPeriod;
        step = period / stepsPerPeriod;
        Body = new CentipedeBody(parameters, habitat);
        command = new Command(parameters.Shape.Segments);
        motion(0, command);
        Body.Settle(command);
    }

    /// <summary>The body.</summary>
    public CentipedeBody Body { get; }

    /// <summary>Time since the start, s.</summary>
    public double Time => periods * period;

    /// <summary>Moves on by one command period.</summary>
    public void Tick()
    {
        motion((periods + 1) * period, command);    // to be reached at the period's end
        Body.Take(command, period);
        for (int k = 0; k < stepsPerPeriod; k++) Body.Step(step);
        periods++;
    }

    /// <summary>Moves on by <paramref name="ticks"/> command periods.</summary>
    public DrivenBody Run(int ticks)
    {
        for (int k = 0; k < ticks; k++) Tick();
        return this;
    }

    /// <summary>
    /// Moves on by <paramref name="ticks"/> command periods. Returns how far the center of mass went, m, along the body's
    /// direction over that time (the mean over its links and the ticks): positive is head first.
    /// </summary>
    public double Travel(int ticks)
    {
        double x = Body.Chain.X, y = Body.Chain.Y, towardX = 0, towardY = 0;
        for (int k = 0; k < ticks; k++)
        {
            Tick();
            foreach (ref Link link in Body.Chain.Links)
            {
                towardX += link.Ux;
                towardY += link.Uy;
            }
        }
        return ((Body.Chain.X - x) * towardX + (Body.Chain.Y - y) * towardY) / Math.Sqrt(towardX * towardX + towardY * towardY);
    }
}
