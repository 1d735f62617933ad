using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Tuning;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>The topics of one animal: docs/mqtt.md says what each carries.</summary>
public sealed class AnimalTopics
{
    /// <summary>What all topics of this version of the interface begin with.</summary>
    public const string Root = "locomotion/1";

    /// <summary>The topics of the animal <paramref name="id"/>.</summary>
    /// <exception cref="InvalidInputException">It cannot be called so.</exception>
    public AnimalTopics(string id)
    {
        if (!ClientName.IsValid(id))
            throw new InvalidInputException("Animal's id", $"'{id}'", $"is not 1 to {ClientName.Longest} of a to z, 0 to 9 and -", "choose for example centipede-1");
        Id = id;
        Tree = $"{Root}/{id}/";
    }

    /// <summary>Name of the animal.</summary>
    public string Id { get; }

    /// <summary>What all of its topics begin with, the last slash included.</summary>
    public string Tree { get; }

    /// <summary>The topics on which it is told something, in full.</summary>
    public IEnumerable<string> Commands => CommandInbox.Topics.Select(topic => Tree + topic);

    /// <summary>The topic <paramref name="name"/> of this animal.</summary>
    public string this[string name] => Tree + name;
}
