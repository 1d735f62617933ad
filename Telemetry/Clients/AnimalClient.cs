using System.Text.Json;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Mqtt;
using Locomotion.Telemetry.Tuning;

namespace Locomotion.Telemetry.Clients;

/// <summary>
/// Somebody who speaks with one animal over MQTT, as docs/mqtt.md says: reads what holds, listens, asks and gets the answer to what was asked.
/// Any thread.
/// </summary>
public sealed class AnimalClient : IAsyncDisposable
{
    private readonly BrokerConnection connection;
    private readonly AnimalTopics topics;
    private long asked;

    private AnimalClient(BrokerConnection connection, string animal, string name, TimeSpan patience)
    {
        (this.connection, Name, Patience) = (connection, name, patience);
        topics = new AnimalTopics(animal);
    }

    /// <summary>How long an answer may take.</summary>
    public static TimeSpan UsualPatience { get; } = TimeSpan.FromSeconds(5);

    /// <summary>Which animal.</summary>
    public string Animal => topics.Id;

    /// <summary>As whom: the client of commands.</summary>
    public string Name { get; }

    /// <summary>How long to wait for an answer.</summary>
    public TimeSpan Patience { get; }

    /// <summary>Where the animal is.</summary>
    public BrokerAddress Broker => connection.Broker;

    /// <summary>Connects, and finds the animal.</summary>
    /// <param name="broker">Where.</param>
    /// <param name="animal">Its name; null for the only one there.</param>
    /// <param name="name">As whom to speak: a to z, 0 to 9 and -, at most 32; no other may use it at the same time.</param>
    /// <param name="patience">How long an answer may take; <see cref="UsualPatience"/> is usual.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="InvalidInputException">There is no such broker or animal, it does not let one in, or the name cannot be.</exception>
    public static async Task<AnimalClient> ConnectAsync(BrokerAddress broker, string? animal, string name, TimeSpan patience, CancellationToken stop)
    {
        if (!ClientName.IsValid(name))
            throw new InvalidInputException("Client's name", $"'{name}'", $"is not 1 to {ClientName.Longest} of a to z, 0 to 9 and -", "choose for example bench-2");
        BrokerConnection made = await BrokerConnection.OpenAsync(broker, stop).ConfigureAwait(false);
        try
        {
            return new AnimalClient(made, await AnimalFinder.FindAsync(made, animal, patience, stop).ConfigureAwait(false), name, patience);
        }
        catch
        {
            await made.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Listens to topics below the animal's tree, from what holds already on.</summary>
    public Task<Subscription> ListenAsync(IReadOnlyList<string> filters, CancellationToken stop) => connection.ListenAsync([.. filters.Select(filter => topics[filter])], stop);

    /// <summary>The topic of a message, below the animal's tree.</summary>
    public string Below(BrokerMessage message) => message.Topic[topics.Tree.Length..];

    /// <summary>What holds on a topic, as params/active.</summary>
    /// <exception cref="NoAnswerException">Nothing does, or the connection was lost.</exception>
    public async Task<JsonElement> ReadAsync(string topic, CancellationToken stop)
    {
        using Subscription holding = await ListenAsync([topic], stop).ConfigureAwait(false);
        BrokerMessage? said = await holding.NextAsync(message => message.Json is not null, Patience, stop).ConfigureAwait(false);
        return said?.Json ?? throw new NoAnswerException($"'{Animal}' has said nothing on {topics[topic]} within {Patience.TotalSeconds:0.#} s.");
    }

    /// <summary>Asks for something, and waits for the answer.</summary>
    /// <param name="family">params or safety.</param>
    /// <param name="op">What.</param>
    /// <param name="more">Writes further members of the command; null for none.</param>
    /// <param name="stop">Gives up; what was asked for may be done all the same.</param>
    /// <exception cref="NoAnswerException">No answer came in time.</exception>
    /// <exception cref="RefusedException">The animal does not do it.</exception>
    public Task<AnimalReply> AskAsync(string family, string op, Action<Utf8JsonWriter>? more, CancellationToken stop) => AskAsync(family, op, more, longest: null, stop);

    /// <summary>Asks for something whose outcome follows in a second answer, and waits for that.</summary>
    /// <param name="family">params or safety.</param>
    /// <param name="op">What.</param>
    /// <param name="more">Writes further members of the command; null for none.</param>
    /// <param name="longest">How long the outcome may take.</param>
    /// <param name="stop">Gives up; what was asked for goes on.</param>
    /// <exception cref="NoAnswerException">No answer came in time.</exception>
    /// <exception cref="RefusedException">The animal does not do it, or it ended badly.</exception>
    public Task<AnimalReply> AskOutcomeAsync(string family, string op, Action<Utf8JsonWriter>? more, TimeSpan longest, CancellationToken stop) => AskAsync(family, op, more, longest, stop);

    /// <summary>Commands how to move. It is never answered: drive/active tells whether it was taken.</summary>
    /// <param name="command">How.</param>
    /// <param name="seq">Number of the command, greater than that of the one before.</param>
    /// <param name="holds">How long it holds unless a newer one comes, at most a minute.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="NoAnswerException">The connection was lost.</exception>
    public Task DriveAsync(DescendingCommand command, long seq, TimeSpan holds, CancellationToken stop) => connection.SayAsync(topics["drive/cmd"], JsonPayload.Write(writer =>
    {
        writer.WriteString("client", Name);
        writer.WriteNumber("seq", seq);
        writer.WriteNumber("drive", command.Drive);
        writer.WriteNumber("release", command.Release);
        writer.WriteNumber("swim", command.Swim);
        writer.WriteNumber("turn", command.Turn);
        writer.WriteNumber("ttl_ms", holds.TotalMilliseconds);
    }), sure: false, stop);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private async Task<AnimalReply> AskAsync(string family, string op, Action<Utf8JsonWriter>? more, TimeSpan? longest, CancellationToken stop)
    {
        string id = $"{Guid.NewGuid():N}-{Interlocked.Increment(ref asked)}";
        using Subscription replies = await ListenAsync([$"{family}/reply/{Name}"], stop).ConfigureAwait(false);
        await connection.SayAsync(topics[$"{family}/cmd"], JsonPayload.Write(writer =>
        {
            writer.WriteString("id", id);
            writer.WriteString("client", Name);
            writer.WriteString("op", op);
            more?.Invoke(writer);
        }), sure: true, stop).ConfigureAwait(false);
        AnimalReply reply = await AnswerAsync(replies, id, Patience, stop).ConfigureAwait(false);
        if (longest is { } time && reply.Code == RefusalCode.Accepted) reply = await AnswerAsync(replies, id, time, stop).ConfigureAwait(false);
        return reply.Ok ? reply : throw new RefusedException(reply);
    }

    private async Task<AnimalReply> AnswerAsync(Subscription replies, string id, TimeSpan time, CancellationToken stop)
    {
        BrokerMessage? said = await replies.NextAsync(message => message.Json?.Text("id") == id, time, stop).ConfigureAwait(false);
        return said?.Json is { } json ? AnimalReply.Read(json)
            : throw new NoAnswerException($"'{Animal}' did not answer within {time.TotalSeconds:0.#} s; what was asked for may be done all the same.");
    }
}
