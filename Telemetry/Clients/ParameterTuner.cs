using System.Globalization;
using System.Text.Json;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Mqtt;
using Locomotion.Telemetry.Tuning;

namespace Locomotion.Telemetry.Clients;

/// <summary>Changes an animal's parameters from outside: takes the lease, stages, tries, commits, and waits until it is so.</summary>
/// <param name="animal">Whom to speak with.</param>
public sealed class ParameterTuner(AnimalClient animal)
{
    private static readonly TimeSpan LongestTrial = TimeSpan.FromMinutes(5), Look = TimeSpan.FromSeconds(1);

    /// <summary>The active set.</summary>
    /// <exception cref="NoAnswerException">The animal says none.</exception>
    public async Task<ParameterSet> ActiveAsync(CancellationToken stop) =>
        ParameterSet.Read(await animal.ReadAsync("params/active", stop).ConfigureAwait(false)) ?? throw new NoAnswerException($"'{animal.Animal}' says no set of parameters.");

    /// <summary>Changes values. When it returns they are active, and a ramp has arrived.</summary>
    /// <param name="values">What shall differ from the active set.</param>
    /// <param name="options">How.</param>
    /// <param name="confirm">Asked, while they are active, whether they shall stay, if <see cref="TuningOptions.ConfirmSeconds"/> is set.</param>
    /// <param name="tell">Told what happens, for people.</param>
    /// <param name="stop">Gives up; what was committed comes all the same.</param>
    /// <exception cref="RefusedException">The animal refuses, or it does not come, or it was taken back.</exception>
    /// <exception cref="NoAnswerException">No answer, or the animal is gone.</exception>
    public async Task<ParameterSet> SetAsync(IReadOnlyList<Assignment> values, TuningOptions options, Func<ParameterSet, CancellationToken, Task<bool>>? confirm, Action<string>? tell, CancellationToken stop)
    {
        IReadOnlyDictionary<string, string> types = await TypesAsync(stop).ConfigureAwait(false);
        await using ParameterLease lease = await ParameterLease.TakeAsync(animal, stop).ConfigureAwait(false);
        ParameterSet active = await ActiveAsync(stop).ConfigureAwait(false);
        await animal.AskAsync("params", "stage", writer =>
        {
            writer.WriteNumber("base_version", active.Version);
            writer.WriteStartObject("values");
            foreach (Assignment value in values) Write(writer, value, types.GetValueOrDefault(value.Name, ""));
            writer.WriteEndObject();
        }, stop).ConfigureAwait(false);
        if (options.TrialCycles > 0) tell?.Invoke((await TryAsync(options.TrialCycles, stop).ConfigureAwait(false)).Message);
        using Subscription news = await NewsAsync(stop).ConfigureAwait(false);
        AnimalReply accepted = await animal.AskAsync("params", "commit", writer => Write(writer, options), stop).ConfigureAwait(false);
        tell?.Invoke(accepted.Message);
        ParameterSet now = await ArrivalAsync(news, accepted, options.RampCycles > 0, stop).ConfigureAwait(false);
        return options.ConfirmSeconds is null ? now : await ConfirmAsync(news, now, accepted, confirm, stop).ConfigureAwait(false);
    }

    /// <summary>Makes an earlier set active again, as a new version.</summary>
    /// <exception cref="RefusedException">The animal refuses, or it does not come.</exception>
    /// <exception cref="NoAnswerException">No answer, or the animal is gone.</exception>
    public async Task<ParameterSet> RollBackAsync(long version, CancellationToken stop)
    {
        await using ParameterLease lease = await ParameterLease.TakeAsync(animal, stop).ConfigureAwait(false);
        using Subscription news = await NewsAsync(stop).ConfigureAwait(false);
        AnimalReply accepted = await animal.AskAsync("params", "rollback", writer => writer.WriteNumber("version", version), stop).ConfigureAwait(false);
        return await ArrivalAsync(news, accepted, ramps: false, stop).ConfigureAwait(false);
    }

    /// <summary>The versions that are kept, oldest first.</summary>
    /// <exception cref="NoAnswerException">No answer came in time.</exception>
    public async Task<IReadOnlyList<ParameterSet>> HistoryAsync(CancellationToken stop)
    {
        AnimalReply reply = await animal.AskAsync("params", "history", null, stop).ConfigureAwait(false);
        HashSet<long> wanted = [.. reply.Json.GetProperty("history").EnumerateArray().Select(version => version.Whole("version") ?? 0)];
        SortedDictionary<long, ParameterSet> found = [];
        long? session = (await ActiveAsync(stop).ConfigureAwait(false)).Session;
        using Subscription history = await animal.ListenAsync(["params/history/+"], stop).ConfigureAwait(false);
        await history.NextAsync(said =>
        {
            if (ParameterSet.Read(said.Json) is { } set && set.Session == session && wanted.Remove(set.Version)) found[set.Version] = set;
            return wanted.Count == 0;
        }, animal.Patience, stop).ConfigureAwait(false);
        return [.. found.Values];
    }

    private async Task<IReadOnlyDictionary<string, string>> TypesAsync(CancellationToken stop)
    {
        JsonElement described = await animal.ReadAsync("describe", stop).ConfigureAwait(false);
        return described.GetProperty("parameters").EnumerateArray().ToDictionary(parameter => parameter.Text("name") ?? "", parameter => parameter.Text("type") ?? "", StringComparer.Ordinal);
    }

    private async Task<AnimalReply> TryAsync(int cycles, CancellationToken stop) =>
        await animal.AskOutcomeAsync("params", "trial", writer => writer.WriteNumber("cycles", cycles), LongestTrial, stop).ConfigureAwait(false);

    private Task<Subscription> NewsAsync(CancellationToken stop) => animal.ListenAsync(["state", "params/active", "event/+", "stats/loop"], stop);

    /// <summary>Waits until what was accepted is active, and has arrived.</summary>
    private async Task<ParameterSet> ArrivalAsync(Subscription news, AnimalReply accepted, bool ramps, CancellationToken stop)
    {
        ParameterSet? active = null;
        bool arrived = !ramps;
        await NextAsync(news, said =>
        {
            if (animal.Below(said) == "params/active" && ParameterSet.Read(said.Json) is { } set)
            {
                if (set.Version == accepted.Version) active = set;
                else if (set.Version > accepted.Version || active is not null) throw Ended(accepted, $"Version {set.Version} by '{set.Author}' has taken its place.");
            }
            // one change is on its way at a time, so that it is this one
            if (animal.Below(said) == "event/drop") throw Ended(accepted, said.Json?.Text("message") ?? "It was dropped.");
            arrived |= animal.Below(said) == "event/ramp" && said.Json?.Whole("version") == accepted.Version;
            return active is not null && arrived;
        }, stop).ConfigureAwait(false);
        return active!;
    }

    private async Task<ParameterSet> ConfirmAsync(Subscription news, ParameterSet now, AnimalReply accepted, Func<ParameterSet, CancellationToken, Task<bool>>? confirm, CancellationToken stop)
    {
        if (confirm is null || await confirm(now, stop).ConfigureAwait(false))
        {
            await animal.AskAsync("params", "confirm", writer => writer.WriteNumber("version", now.Version), stop).ConfigureAwait(false);
            return now;
        }
        // not a revert: were it taken back meanwhile, that would go back one more
        AnimalReply back = await animal.AskAsync("params", "rollback", writer => writer.WriteNumber("version", now.Parent ?? 0), stop).ConfigureAwait(false);
        await ArrivalAsync(news, back, ramps: false, stop).ConfigureAwait(false);
        throw Ended(accepted, $"Version {now.Version} was not confirmed; version {back.Version} is as it was before.");
    }

    /// <summary>The next news that is as wanted, as long as the animal is there.</summary>
    private async Task NextAsync(Subscription news, Predicate<BrokerMessage> wanted, CancellationToken stop)
    {
        long heard = Environment.TickCount64;
        while (true)
        {
            BrokerMessage? found = await news.NextAsync(said =>
            {
                heard = Environment.TickCount64;
                if (animal.Below(said) == "state" && said.Json?.Text("phase") is "lost" or "disconnected" or "fault") throw new NoAnswerException($"'{animal.Animal}' is gone: {said.Json?.Text("phase")}.");
                return wanted(said);
            }, Look, stop).ConfigureAwait(false);
            if (found is not null) return;
            if (Environment.TickCount64 - heard > animal.Patience.TotalMilliseconds) throw new NoAnswerException($"'{animal.Animal}' has said nothing for {animal.Patience.TotalSeconds:0.#} s.");
        }
    }

    private static RefusedException Ended(AnimalReply accepted, string message) => new(accepted with { Code = RefusalCode.Version, Message = message, Json = default });

    private static void Write(Utf8JsonWriter writer, TuningOptions options)
    {
        switch (options.When)
        {
            case { Tick: { } tick }:
                writer.WriteStartObject("when");
                writer.WriteNumber("tick", tick);
                writer.WriteEndObject();
                break;
            case { Phase: { } phase }:
                writer.WriteStartObject("when");
                writer.WriteNumber("phase", phase);
                writer.WriteEndObject();
                break;
        }
        if (options.RampCycles > 0) writer.WriteNumber("ramp_cycles", options.RampCycles);
        if (options.ConfirmSeconds is { } seconds) writer.WriteNumber("confirm_s", seconds);
    }

    /// <summary>A value in the parameter's type; what is none of it goes as a text, and the animal says why not.</summary>
    private static void Write(Utf8JsonWriter writer, Assignment value, string type)
    {
        if (type == "switch" && value.Value is "true" or "false") writer.WriteBoolean(value.Name, value.Value == "true");
        else if (type is not ("choice" or "switch") && double.TryParse(value.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number)) writer.WriteNumber(value.Name, number);
        else writer.WriteString(value.Name, value.Value);
    }
}
