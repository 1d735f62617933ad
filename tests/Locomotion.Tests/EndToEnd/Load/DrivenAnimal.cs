using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Locomotion.Telemetry.Mqtt;

namespace Locomotion.Tests.EndToEnd.Load;

/// <summary>An animal that is tuned and driven without pause; every command is followed to its end.</summary>
internal sealed class DrivenAnimal(string id, Func<string, byte[], bool, Task> publish)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15), Pause = TimeSpan.FromMilliseconds(500), LeaseTime = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, Question> questions = [];
    private readonly ConcurrentDictionary<long, TaskCompletionSource<long>> events = [], sets = [];
    private readonly HashSet<long> drivesHeard = [];
    private int asked;
    private long version = 1;

    /// <summary>Time from a command to its reply, ms.</summary>
    public List<double> RoundTrips { get; } = [];

    /// <summary>Ticks from that which a commit's reply names, the last one done when it was accepted, to the first one under the new set.</summary>
    public List<long> Effects { get; } = [];

    public int Asked => asked;

    public int Repeated { get; private set; }

    public int Commits { get; private set; }

    public List<string> Flaws { get; } = [];

    public long DrivesSent { get; private set; }

    public int DrivesHeard
    {
        get
        {
            lock (drivesHeard) return drivesHeard.Count;
        }
    }

    public long LastDrive { get; private set; }

    /// <summary>The last stats/loop.</summary>
    public JsonElement Loop { get; private set; }

    public string? Phase { get; private set; }

    /// <summary>Commands that nobody answered.</summary>
    public int Unanswered => questions.Values.Count(question => !question.Reply.Task.IsCompleted);

    /// <summary>Commits one set after the other.</summary>
    public async Task Tune(TimeSpan time)
    {
        long begun = Stopwatch.GetTimestamp(), leased = 0;
        while (Stopwatch.GetElapsedTime(begun) < time)
        {
            long round = Stopwatch.GetTimestamp();
            if (leased == 0 || Stopwatch.GetElapsedTime(leased) > LeaseTime / 2)
            {
                if (await Ask("lease", $",\"seconds\":{LeaseTime.TotalSeconds}") != "ok") return;
                leased = Stopwatch.GetTimestamp();
            }
            long next = await Commit();
            if (next == 0) return;
            version = next;
            TimeSpan rest = Pause - Stopwatch.GetElapsedTime(round);
            if (rest > TimeSpan.Zero) await Task.Delay(rest);
        }
    }

    /// <summary>Sends one drive command after the other, slowly enough that each is told as the active one.</summary>
    public async Task Drive(TimeSpan time)
    {
        long begun = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(begun) < time)
        {
            string drive = (0.3 + 0.1 * (DrivesSent % 5)).ToString("0.0");
            await publish($"{AnimalTopics.Root}/{id}/drive/cmd",
                Encoding.UTF8.GetBytes($$"""{"client":"load","seq":{{DrivesSent++}},"drive":{{drive}},"release":1,"swim":0,"turn":0,"ttl_ms":10000}"""), false);
            await Task.Delay(Pause);
        }
    }

    /// <summary>Takes what the animal says.</summary>
    public void Hear(string topic, JsonElement said, long now)
    {
        switch (topic)
        {
            case "params/reply/load":
                Question question = questions[said.GetProperty("id").GetString()!];
                if (!question.Reply.TrySetResult((said.Clone(), now))) Repeated++;
                break;
            case "event/commit":
                Of(events, said.GetProperty("version").GetInt64()).TrySetResult(said.GetProperty("tick").GetInt64());
                break;
            case "params/active":
                Of(sets, said.GetProperty("version").GetInt64()).TrySetResult(said.GetProperty("tick").GetInt64());
                break;
            case "drive/active" when said.GetProperty("seq").ValueKind == JsonValueKind.Number:
                LastDrive = said.GetProperty("seq").GetInt64();
                lock (drivesHeard) drivesHeard.Add(LastDrive);
                break;
            case "stats/loop":
                Loop = said.Clone();
                break;
            case "state":
                Phase = said.GetProperty("phase").GetString();
                break;
        }
    }

    /// <summary>Stages and commits a set; 0 if that went wrong.</summary>
    private async Task<long> Commit()
    {
        string frequency = (1 + 0.01 * (version % 50)).ToString("0.00");
        if (await Ask("stage", $$""","base_version":{{version}},"values":{"legs.base-frequency":{{frequency}}}""") != "ok") return 0;
        (JsonElement accepted, string code) = await AskWhole("commit", ",\"when\":\"now\"");
        if (code != "accepted") return 0;
        long next = accepted.GetProperty("version").GetInt64(), at = accepted.GetProperty("tick").GetInt64();
        try
        {
            long told = await Of(events, next).Task.WaitAsync(Patience), active = await Of(sets, next).Task.WaitAsync(Patience);
            if (told != active) Flaws.Add($"{id}: version {next} is active since tick {active} and was told at {told}");
            Effects.Add(told - at);
            Commits++;
            return next;
        }
        catch (TimeoutException)
        {
            Flaws.Add($"{id}: version {next} was accepted and never came");
            return 0;
        }
    }

    private async Task<string> Ask(string op, string rest) => (await AskWhole(op, rest)).Code;

    private async Task<(JsonElement Reply, string Code)> AskWhole(string op, string rest)
    {
        string name = $"{op}-{++asked}";
        Question question = questions[name] = new Question();
        long sent = Stopwatch.GetTimestamp();
        try
        {
            await publish($"{AnimalTopics.Root}/{id}/params/cmd", Encoding.UTF8.GetBytes($$"""{"id":"{{name}}","client":"load","op":"{{op}}"{{rest}}}"""), true).WaitAsync(Patience);
            (JsonElement reply, long heard) = await question.Reply.Task.WaitAsync(Patience);
            RoundTrips.Add(Stopwatch.GetElapsedTime(sent, heard).TotalMilliseconds);
            string code = reply.GetProperty("code").GetString()!;
            if (!reply.GetProperty("ok").GetBoolean()) Flaws.Add($"{id}: {op} was answered {code}, {reply.GetProperty("message").GetString()}");
            return (reply, code);
        }
        catch (TimeoutException)
        {
            Flaws.Add($"{id}: {name} got no answer");
            return (default, "");
        }
    }

    private static TaskCompletionSource<long> Of(ConcurrentDictionary<long, TaskCompletionSource<long>> what, long version) =>
        what.GetOrAdd(version, _ => new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously));

    private sealed class Question
    {
        public TaskCompletionSource<(JsonElement, long)> Reply { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
