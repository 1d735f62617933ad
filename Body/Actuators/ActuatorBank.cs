using Locomotion.Controller.State;

namespace Locomotion.Body.Actuators;

/// <summary>A row of actuators: from commanded angles to the angles and rates they reach.</summary>
/// <param name="count">How many.</param>
/// <param name="p">How they follow.</param>
/// <param name="unit">What a command of 1 is, rad: 1 for an angle, a lift's travel for a lift. Angles and rates are in this unit.</param>
internal sealed class ActuatorBank(int count, ActuatorParameters p, double unit = 1) : IHasState
{
    private readonly double speed = p.SpeedLimit / unit, resolution = p.Resolution / unit;
    private readonly double[] target = new double[count];
    private readonly double[] angle = new double[count];
    private readonly double[] rate = new double[count];
    private double sinceRefresh = double.PositiveInfinity;

    /// <summary>Angle reached.</summary>
    public ReadOnlySpan<double> Angle => angle;

    /// <summary>Its rate over the present step, 1/s.</summary>
    public ReadOnlySpan<double> Rate => rate;

    /// <summary>Starts at <paramref name="command"/>, at rest.</summary>
    public void Settle(ReadOnlySpan<double> command)
    {
        command.CopyTo(angle);
        command.CopyTo(target);
    }

    /// <summary>Takes the command for the next <paramref name="period"/> seconds.</summary>
    public void Take(ReadOnlySpan<double> command, double period)
    {
        if (p.Kind == ActuatorKind.Ideal)
        {
            double perSecond = 1 / period;
            double[] q = angle, v = rate;
            for (int i = 0; i < v.Length; i++) v[i] = (command[i] - q[i]) * perSecond;
            return;
        }
        sinceRefresh += period;
        if (sinceRefresh < p.Refresh * (1 - 1e-9)) return;
        sinceRefresh = 0;
        for (int i = 0; i < count; i++) target[i] = Quantised(command[i]);
    }

    /// <summary>Works out the rates of the next step of <paramref name="h"/> seconds and the angles at its end.</summary>
    public void Step(double h)
    {
        if (p.Kind == ActuatorKind.Servo)
        {
            double perLag = 1 / (p.Lag + h);   // backward Euler: never overshoots
            for (int i = 0; i < count; i++) rate[i] = Math.Clamp((target[i] - angle[i]) * perLag, -speed, speed);
        }
        double[] q = angle, v = rate;
        for (int i = 0; i < q.Length; i++) q[i] += h * v[i];
    }

    /// <summary>Stands still from now on.</summary>
    public void Stop() => Array.Clear(rate);

    /// <summary>Passes over what the actuators remember, within the part that the caller has begun.</summary>
    public void Visit(IStateVisitor visitor)
    {
        visitor.Visit<double>("target", target);
        visitor.Visit<double>("angle", angle);
        visitor.Visit<double>("rate", rate);
        visitor.Visit("since-refresh", ref sinceRefresh);
    }

    private double Quantised(double command) => resolution > 0 ? Math.Round(command / resolution) * resolution : command;
}
