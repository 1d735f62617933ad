using System.Buffers;
using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>The topics of one animal: docs/mqtt.md says what each carries.</summary>
public sealed class AnimalTopics
{
    /// <summary>What all topics of this version of the interface begin with.</summary>
    public const string Root = "locomotion/1";

    /// <summary>The longest name of an animal or a client.</summary>
    public const int LongestName = 32;

    private static readonly SearchValues<char> Letters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-");

    /// <summary>The topics of the animal <paramref name="id"/>.</summary>
    /// <exception cref="InvalidInputException">It cannot be called so.</exception>
    public AnimalTopics(string id)
    {
        if (!IsName(id))
            throw new InvalidInputException("Animal's id", $"'{id}'", $"is not 1 to {LongestName} of a to z, 0 to 9 and -", "choose for example centipede-1");
        Id = id;
        Tree = $"{Root}/{id}/";
    }

    /// <summary>Name of the animal.</summary>
    public string Id { get; }

    /// <summary>What all of its topics begin with, the last slash included.</summary>
    public string Tree { get; }

    /// <summary>The topic <paramref name="name"/> of this animal.</summary>
    public string this[string name] => Tree + name;

    /// <summary>Whether an animal or a client may be called so.</summary>
    public static bool IsName(string text) =>
        text.Length is > 0 and <= LongestName && text.AsSpan().IndexOfAnyExcept(Letters) < 0;
}
