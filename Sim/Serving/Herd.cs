using Locomotion.Controller.Parameters;
using Locomotion.Sim.Scenarios;
using Locomotion.Telemetry.Mqtt;

namespace Locomotion.Sim.Serving;

/// <summary>Several animals that live side by side; each has a seed of its own.</summary>
public sealed class Herd : IDisposable
{
    private readonly List<ServedAnimal> animals = [];

    /// <summary>Brings them to life.</summary>
    /// <exception cref="InvalidInputException">They cannot be recorded where it was asked.</exception>
    public Herd(IReadOnlyList<string> ids, Scenario scenario, BrokerAddress broker, ServingOptions options)
    {
        try
        {
            for (int k = 0; k < ids.Count; k++) animals.Add(new ServedAnimal(ids[k], scenario with { Seed = scenario.Seed + (ulong)k }, broker, options));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Dispose();
            throw new InvalidInputException("Folder", $"'{options.RecordFolder}'", $"cannot be written ({fault.Message.TrimEnd('.')})", "check path, permissions and space");
        }
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<ServedAnimal> Animals => animals;

    /// <summary>Waits until <paramref name="stop"/>, or until the last of them has broken.</summary>
    public void Wait(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested && animals.Exists(animal => animal.Fault is null)) stop.WaitHandle.WaitOne(TimeSpan.FromMilliseconds(200));
    }

    /// <summary>Ends all of them.</summary>
    public void Dispose()
    {
        foreach (ServedAnimal animal in animals) animal.Dispose();
    }
}
