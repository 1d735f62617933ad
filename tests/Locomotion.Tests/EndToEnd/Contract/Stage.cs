using Locomotion.Telemetry.Mqtt;

namespace Locomotion.Tests.EndToEnd.Contract;

/// <summary>A broker on which an animal called centipede and its operators meet.</summary>
internal abstract class Stage : IDisposable
{
    /// <summary>For the animal, by <see cref="Wire"/>.</summary>
    public abstract BrokerAddress Animal { get; }

    /// <summary>Between the animal and the broker.</summary>
    public abstract Wire Wire { get; }

    /// <summary>For somebody who may command.</summary>
    public abstract BrokerAddress Operator { get; }

    public abstract void Dispose();
}
