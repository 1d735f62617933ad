using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Mqtt;
using Locomotion.Telemetry.Tuning;

namespace Locomotion.Telemetry.Clients;

/// <summary>Finds out which animals a broker knows, by their states, which hold.</summary>
public static class AnimalFinder
{
    private static readonly TimeSpan Silence = TimeSpan.FromMilliseconds(300);

    /// <summary>The animal that was named, or the only one that lives.</summary>
    /// <param name="connection">Where to look.</param>
    /// <param name="named">Its name; null for the only one.</param>
    /// <param name="patience">How long to wait for one to say something.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="InvalidInputException">There is none, it is away, or there are several.</exception>
    public static async Task<string> FindAsync(BrokerConnection connection, string? named, TimeSpan patience, CancellationToken stop)
    {
        if (named is not null) _ = new AnimalTopics(named);
        SortedDictionary<string, string> phases = await LookAsync(connection, named, patience, stop).ConfigureAwait(false);
        string[] living = [.. phases.Where(animal => IsHere(animal.Value)).Select(animal => animal.Key)];
        string known = phases.Count == 0 ? "there is none" : string.Join(", ", phases.Select(animal => $"{animal.Key} ({animal.Value})"));
        if (named is not null)
        {
            return living.Contains(named, StringComparer.Ordinal) ? named
                : throw new InvalidInputException("Animal", $"'{named}'", $"does not speak on the broker {connection.Broker}", $"choose one that does: {known}");
        }
        return living.Length switch
        {
            1 => living[0],
            0 => throw new InvalidInputException("Animal", "none", $"speaks on the broker {connection.Broker}", $"start one with `locomotion serve`; {(phases.Count == 0 ? "none was ever heard" : $"known are: {known}")}"),
            _ => throw new InvalidInputException("Animal", "none was named", $"and several speak on the broker {connection.Broker}", $"choose one with --animal: {string.Join(", ", living)}"),
        };
    }

    private static async Task<SortedDictionary<string, string>> LookAsync(BrokerConnection connection, string? named, TimeSpan patience, CancellationToken stop)
    {
        SortedDictionary<string, string> phases = new(StringComparer.Ordinal);
        using Subscription states = await connection.ListenAsync([$"{AnimalTopics.Root}/+/state"], stop).ConfigureAwait(false);
        long end = Environment.TickCount64 + (long)patience.TotalMilliseconds;
        while (true)
        {
            TimeSpan left = TimeSpan.FromMilliseconds(end - Environment.TickCount64);
            if (named is null ? phases.Values.Any(IsHere) : IsHere(phases.GetValueOrDefault(named, "")))
            {
                if (named is not null) break;
                left = left < Silence ? left : Silence;       // others may follow
            }
            if (left <= TimeSpan.Zero || await states.NextAsync(_ => true, left, stop).ConfigureAwait(false) is not { } said) break;
            string id = said.Topic.Split('/')[2];
            if (ClientName.IsValid(id) && said.Json is { } state) phases[id] = state.Text("phase") ?? "";
        }
        return phases;
    }

    private static bool IsHere(string phase) => phase is not ("lost" or "disconnected" or "");
}
