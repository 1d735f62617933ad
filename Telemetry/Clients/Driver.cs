using Locomotion.Controller.Descending;
using Locomotion.Telemetry.Mqtt;

namespace Locomotion.Telemetry.Clients;

/// <summary>
/// Commands an animal how to move, again and again, each time for a second. When it ends, for whatever reason, the animal's ladder for link
/// loss begins within that second: it goes on for a while, slows down and holds still.
/// </summary>
/// <param name="animal">Whom to speak with.</param>
public sealed class Driver(AnimalClient animal)
{
    /// <summary>How long each command holds.</summary>
    public static readonly TimeSpan Holds = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>The command in force.</summary>
    /// <exception cref="NoAnswerException">The animal says none.</exception>
    public async Task<ActiveDrive> ActiveAsync(CancellationToken stop) =>
        ActiveDrive.Read(await animal.ReadAsync("drive/active", stop).ConfigureAwait(false)) ?? throw new NoAnswerException($"'{animal.Animal}' does not say how it moves.");

    /// <summary>Commands until the time is over.</summary>
    /// <param name="command">How to move.</param>
    /// <param name="time">How long; null until <paramref name="stop"/>.</param>
    /// <param name="stop">Ends it.</param>
    /// <exception cref="RefusedException">The animal was told to stop, before or meanwhile.</exception>
    /// <exception cref="NoAnswerException">It does not take the command, or the connection was lost.</exception>
    /// <exception cref="OperationCanceledException">It was told to end.</exception>
    public async Task DriveAsync(DescendingCommand command, TimeSpan? time, CancellationToken stop)
    {
        using Subscription news = await animal.ListenAsync(["drive/active"], stop).ConfigureAwait(false);
        // a client that starts anew must count on
        long first = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds(), seq = first, begun = Environment.TickCount64, heard = begun;
        while (time is null || Environment.TickCount64 - begun < time.Value.TotalMilliseconds)
        {
            await animal.DriveAsync(command, seq++, Holds, stop).ConfigureAwait(false);
            bool taken = false;
            await news.NextAsync(said =>
            {
                ActiveDrive? active = ActiveDrive.Read(said.Json);
                if (active?.IsHeld == true) throw Held();
                taken |= active?.Source == "client" && active.Seq >= first && active.Seq < seq;
                return false;
            }, Pause, stop).ConfigureAwait(false);
            if (taken) heard = Environment.TickCount64;
            if (Environment.TickCount64 - heard > animal.Patience.TotalMilliseconds)
                throw new NoAnswerException($"'{animal.Animal}' has not taken a command of '{animal.Name}' for {animal.Patience.TotalSeconds:0.#} s: it is away, or somebody else drives it.");
        }
    }

    /// <summary>Tells the animal to stop, whatever anybody commands, or to go on with its scenario, and waits until it does.</summary>
    /// <param name="op">stop, hold or reset.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="RefusedException">It does not.</exception>
    /// <exception cref="NoAnswerException">No answer, or it does not follow.</exception>
    public async Task<AnimalReply> TellAsync(string op, CancellationToken stop)
    {
        AnimalReply reply = await animal.AskAsync("safety", op, null, stop).ConfigureAwait(false);
        if (op is not ("stop" or "hold" or "reset")) return reply;
        using Subscription news = await animal.ListenAsync(["drive/active"], stop).ConfigureAwait(false);
        return await news.NextAsync(said => ActiveDrive.Read(said.Json)?.IsHeld == (op != "reset"), animal.Patience, stop).ConfigureAwait(false) is not null
            ? reply
            : throw new NoAnswerException($"'{animal.Animal}' answered '{op}' and does not follow.");
    }

    private RefusedException Held() => new(new AnimalReply(RefusalCode.Phase, $"'{animal.Animal}' was told to stop, and takes no command until `locomotion drive reset`."));
}
