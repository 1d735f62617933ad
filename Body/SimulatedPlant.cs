using Locomotion.Body.Sensing;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;
using Locomotion.Controller.State;

namespace Locomotion.Body;

/// <summary>The body as a plant. Only here do the controller's angles and loads meet the body's torques and forces.</summary>
public sealed class SimulatedPlant : IPlant
{
    private readonly double step;
    private readonly Sensors sensors;
    private bool settled;

    /// <summary>A plant that moves <paramref name="body"/> in steps of <paramref name="step"/> seconds; from the seed follows its sensors' noise.</summary>
    public SimulatedPlant(CentipedeBody body, double step, ulong seed = 0)
    {
        Body = body;
        this.step = step;
        sensors = new Sensors(Segments, body.Parameters.Sensors, seed);
    }

    /// <summary>The body.</summary>
    public CentipedeBody Body { get; }

    /// <inheritdoc/>
    public int Segments => Body.Parameters.Shape.Segments;

    /// <inheritdoc/>
    public void Sense(Senses senses) => sensors.Read(Body, senses);

    /// <inheritdoc/>
    /// <exception cref="InvalidInputException"><paramref name="dt"/> is not a whole number of the body's steps.</exception>
    /// <exception cref="PlantFaultException">The motion has diverged.</exception>
    public void Step(Command command, Senses senses, double dt)
    {
        int steps = (int)Math.Round(dt / step);
        if (steps < 1 || Math.Abs(steps * step - dt) > 1e-9 * dt)
            throw new InvalidInputException("Plant period", $"{Naming.Number(dt)} s", $"is not a whole number of the body's steps of {Naming.Number(step)} s",
                "choose steps that divide");
        if (!settled) Body.Settle(command);
        settled = true;
        Body.Take(command, dt);
        for (int k = 0; k < steps; k++) Body.Step(step);
        sensors.Draw();
        Sense(senses);
    }

    /// <inheritdoc/>
    public void Rest() => Body.Rest();

    /// <inheritdoc/>
    public void Visit(IStateVisitor visitor)
    {
        visitor.Part("plant");
        visitor.Flag("settled", ref settled);
        Body.Visit(visitor);
        sensors.Visit(visitor);
    }
}
