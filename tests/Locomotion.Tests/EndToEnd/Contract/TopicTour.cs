using System.Diagnostics;
using Locomotion.Body.Animals;
using Locomotion.Sim.Scenarios;
using Locomotion.Sim.Serving;
using Locomotion.Telemetry.Mqtt;
using Locomotion.Tests.Telemetry.Mqtt;

namespace Locomotion.Tests.EndToEnd.Contract;

/// <summary>Lives of an animal in which everything happens that is told.</summary>
internal sealed class TopicTour(Stage stage)
{
    private static readonly ServingOptions Quick = new() { Bridge = new BridgeOptions { LongestWait = TimeSpan.FromSeconds(1) } };

    /// <summary>All that was said about the animal meanwhile, commands left out.</summary>
    public IReadOnlyList<Said> Take()
    {
        using Conversation talk = new(stage.Operator);
        Live(talk);
        talk.Client.Forget();
        Hurry(talk);
        Break(talk);
        return [.. talk.Client.Everything.Where(said => said.Topic.StartsWith(Conversation.Tree, StringComparison.Ordinal) && !said.Topic.EndsWith("/cmd", StringComparison.Ordinal))];
    }

    /// <summary>It is watched, driven, tuned and put off its broker, and its recording fails.</summary>
    private void Live(Conversation talk)
    {
        DirectoryInfo folder = Scratch.Folder();
        using ManualResetEventSlim enough = new();
        Task reader = FillingDisk.ReadALittle(Path.Combine(folder.FullName, "centipede.mcap"), enough);
        Scenario walk = BuiltInScenarios.Named("slow-walk");
        Scenario bursting = walk with { Animal = walk.Animal.With("oscillator", "bursting") };
        using (ServedAnimal animal = new("centipede", bursting, stage.Animal, Quick with { RecordFolder = folder.FullName }))
        {
            talk.AwaitPhase("running");
            enough.Set();
            talk.Await("alert/recording");
            talk.Await("stats/gait", gait => gait.GetProperty("t").GetDouble() > 2);
            Drive(talk);
            Tune(talk);
            Lesion(talk);
            PutOff(talk);
        }
        talk.AwaitPhase("disconnected");
        reader.GetAwaiter().GetResult();
    }

    private static void Drive(Conversation talk)
    {
        talk.Tell("drive/cmd", "{'client':'test','seq':1,'drive':0.8,'release':1,'swim':0,'turn':0,'ttl_ms':60000}");
        talk.Await("event/drive", told => told.GetProperty("source").GetString() == "client");
        Assert.True(talk.Answer("safety", "test", "'op':'stop'").GetProperty("ok").GetBoolean());
        talk.AwaitPhase("hold");
        talk.Answer("safety", "test", "'op':'reset'");
        talk.Await("event/phase", told => told.GetProperty("to").GetString() == "running" && told.GetProperty("from").GetString() == "hold");
    }

    private static void Tune(Conversation talk)
    {
        Assert.Equal("ok", talk.Code("'op':'lease','seconds':60"));
        Assert.Equal("ok", talk.Code("'op':'stage','base_version':1,'values':{'motor.leg-amplitude':0.5}"));
        Assert.Equal("accepted", talk.Code("'op':'commit','confirm_s':0.5"));
        talk.Await("event/revert");
        Assert.Equal("ok", talk.Code("'op':'stage','base_version':3,'values':{'motor.leg-amplitude':0.5}"));
        Assert.Equal("accepted", talk.Code("'op':'commit','ramp_cycles':1"));
        talk.Await("event/ramp");
        Assert.Equal("ok", talk.Code("'op':'stage','base_version':4,'values':{'motor.leg-amplitude':0.55}"));
        Assert.Equal("accepted", talk.Code("'op':'commit','when':{'tick':100000000}"));
        Assert.Equal("ok", talk.Code("'op':'revert'"));
        talk.Await("event/drop");
    }

    /// <summary>A lesion by lesion/cmd: its answer, lesion/active and event/lesion.</summary>
    private static void Lesion(Conversation talk)
    {
        talk.Tell("lesion/cmd", "{'id':'lesion','client':'test','lesions':['silence=4']}");
        talk.Await("event/lesion");
        talk.Await("lesion/active", active => active.GetProperty("lesions").GetArrayLength() == 1);
    }

    /// <summary>It is lost, and comes back.</summary>
    private void PutOff(Conversation talk)
    {
        talk.Client.Forget();
        stage.Wire.Cut();
        talk.AwaitPhase("lost");
        stage.Wire.Mend();
        talk.AwaitPhase("running");
        talk.Await("log/warning");
    }

    /// <summary>It shall live faster than this machine can.</summary>
    private void Hurry(Conversation talk)
    {
        Scenario walk = BuiltInScenarios.Named("slow-walk");
        using ServedAnimal animal = new("centipede", walk with { Animal = walk.Animal.With("shape.segments", "400") }, stage.Animal, Quick with { Speed = 10 });
        talk.Await("alert/late");
    }

    /// <summary>Its body breaks in the first tick.</summary>
    private void Break(Conversation talk)
    {
        using ServedAnimal animal = new("centipede", BuiltInScenarios.Named("slow-walk") with { Start = new StartPose(double.NaN, 0, 0) }, stage.Animal, Quick);
        talk.AwaitPhase("fault");
        talk.Await("alert/fault");
        talk.Await("event/fault");
        talk.Await("log/error");
    }
}
