using System.Net;
using System.Text;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Clients;
using Locomotion.Telemetry.Mqtt;

namespace Locomotion.Deploy.SelfTesting;

/// <summary>A word goes to a broker and comes back; a broker that is not there is told.</summary>
internal static class MqttTrial
{
    private const string Topic = "locomotion/1/self-test/event/word";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public static string Run(string? broker)
    {
        if (broker is not null) return Speak(IPEndPoint.Parse(broker)).GetAwaiter().GetResult();
        try
        {
            return Speak(new IPEndPoint(IPAddress.Loopback, 1)).GetAwaiter().GetResult();
        }
        catch (InvalidInputException refused) when (refused.Message.Contains("127.0.0.1:1", StringComparison.Ordinal))
        {
            return "a missing broker is told";
        }
    }

    private static async Task<string> Speak(IPEndPoint place)
    {
        using CancellationTokenSource stop = new(Patience);
        BrokerConnection connection = await BrokerConnection.OpenAsync(new BrokerAddress($"{place.Address}", place.Port), stop.Token).ConfigureAwait(false);
        await using (connection.ConfigureAwait(false))
        {
            using Subscription heard = await connection.ListenAsync([Topic], stop.Token).ConfigureAwait(false);
            await connection.SayAsync(Topic, Encoding.UTF8.GetBytes("""{"word":"hello"}"""), sure: true, stop.Token).ConfigureAwait(false);
            BrokerMessage? answer = await heard.NextAsync(message => !message.Retained, Patience, stop.Token).ConfigureAwait(false);
            return answer?.Json?.GetProperty("word").GetString() is { } word ? $"said and heard {word}" : throw new InvalidOperationException("Nothing was heard.");
        }
    }
}
