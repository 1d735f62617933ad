using Locomotion.Controller;
using Locomotion.Controller.Loop;
using Locomotion.Controller.State;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Tests.Telemetry.Recording;

/// <summary>A slow walk under a recorder, tick by tick.</summary>
internal sealed class RecorderScene : IStepObserver, IDisposable
{
    public RecorderScene(Stream file, RecordingOptions options, Action<string>? onFailure = null)
    {
        Simulation = new Simulation(BuiltInScenarios.Named("slow-walk").Ending(600));
        Recorder = SimulationRecorder.Begin(Simulation, file, options, onFailure);
    }

    public Simulation Simulation { get; }

    public RunRecorder Recorder { get; }

    public long Ticks { get; private set; }

    /// <summary>Called before the digest is taken after a tick.</summary>
    public Action<long>? BeforeDigest { get; init; }

    public void Run(int ticks)
    {
        for (int k = 0; k < ticks; k++)
        {
            ControlLoop.Tick(Simulation.Controller, Simulation.Plant, Simulation.Scenario.Timeline[0].Command);
            Observe(Ticks++, Simulation.Controller);
        }
    }

    public void Observe(long tick, CentipedeController controller)
    {
        BeforeDigest?.Invoke(tick);
        Simulation.Digest.Observe();
        Recorder.Observe(tick, controller);
    }

    public void Dispose() => Recorder.Dispose();
}

/// <summary>A body that misses a deadline now and then, and fails at last.</summary>
internal sealed class FailingPlant(IPlant body, long failsAt) : IPlant
{
    private long steps;

    public int Segments => body.Segments;

    public long MissedDeadlines => steps / 100;

    public void Sense(Senses senses) => body.Sense(senses);

    public void Step(Command command, Senses senses, double dt)
    {
        if (++steps == failsAt) throw new PlantFaultException("the bus is lost");
        body.Step(command, senses, dt);
    }

    public void Rest() => body.Rest();

    public void Visit(IStateVisitor visitor) => body.Visit(visitor);
}

/// <summary>A disk that takes nothing while it is held, and fails after so many bytes.</summary>
internal sealed class StubbornDisk(long roomFor = long.MaxValue) : MemoryStream
{
    private readonly ManualResetEventSlim free = new(initialState: true);

    public void Hold() => free.Reset();

    public void LetGo() => free.Set();

    public override void Write(ReadOnlySpan<byte> buffer) => Write(buffer.ToArray(), 0, buffer.Length);

    public override void Write(byte[] buffer, int offset, int count)
    {
        free.Wait();
        if (Length + count > roomFor) throw new IOException("No space left on device");
        base.Write(buffer, offset, count);
    }
}
