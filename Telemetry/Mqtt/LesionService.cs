using System.Text.Json;
using Locomotion.Controller;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Tuning;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>Lesions on MQTT: takes lesion/cmd, says lesion/active and event/lesion. Nothing grows back in a running animal.</summary>
internal sealed class LesionService
{
    /// <summary>The most lesions in a command, of however long an animal, and the longest text of one.</summary>
    public const int MostLesions = 1024, LongestText = 64;

    private static readonly string[] Members = ["id", "client", "expires", "lesions"];

    private readonly CentipedeController controller;
    private readonly AnimalCard card;
    private readonly IAnimalVoice voice;
    private readonly Dictionary<Lesion, string> authors = [];      // who asked first
    private readonly Lock gate = new();
    private int told;                                               // of the lesions made

    /// <summary>Says what was taken before the first tick; that is no event.</summary>
    /// <param name="controller">From what they are taken.</param>
    /// <param name="card">Who it is: nothing is taken from a robot.</param>
    /// <param name="voice">Where the animal speaks.</param>
    public LesionService(CentipedeController controller, AnimalCard card, IAnimalVoice voice)
    {
        (this.controller, this.card, this.voice) = (controller, card, voice);
        told = controller.Lesions.Count;
        TellAll();
    }

    /// <summary>The most lesions in a command to this animal: as many as can be made.</summary>
    private int Most => Math.Min(MostLesions, controller.Lesions.Most);

    /// <summary>Does what a command on lesion/cmd asks for: all that is new of it is made before the next tick. One thread at a time.</summary>
    public CommandReply Handle(JsonElement command)
    {
        if (command.Stranger(Members) is { } stranger) return new(RefusalCode.Malformed, $"'{stranger}' is unknown.");
        if (Texts(command) is not { } texts) return new(RefusalCode.Malformed, $"'lesions' is no list of 1 to {Most} texts of at most {LongestText} characters; an animal of {card.Segments} segments has no more to lose.");
        if (card.Body != AnimalCard.Simulation) return new(RefusalCode.Phase, "Nothing is taken from a robot.");
        List<Lesion> wanted = [];
        List<FieldRefusal> refusals = [];       // those that are explained
        int refused = 0;
        foreach (string text in texts)
        {
            if (Refused(text, out Lesion lesion) is not { } refusal)
            {
                if (!controller.Lesions.Has(lesion)) wanted.Add(lesion);
            }
            else if (refused++ < RefusedValues.MostExplained)
            {
                refusals.Add(refusal with { Message = RefusedValues.Shown(refusal.Message, text) });
            }
        }
        if (refused > 0) return new(RefusalCode.Field, $"Nothing was taken: some lesions cannot be made.{RefusedValues.Rest(refused, RefusedValues.MostExplained)}") { Refusals = refusals };
        if (wanted.Count == 0) return new(RefusalCode.Ok, "All of that was taken before.");
        lock (gate)
        {
            foreach (Lesion lesion in wanted) authors.TryAdd(lesion, command.Text("client")!);
        }
        controller.MakeLesions(wanted);
        return new(RefusalCode.Ok, "It is taken before the next tick.");
    }

    /// <summary>Says what was made since the last time: called some ten times a second.</summary>
    public void Pass()
    {
        int count = controller.Lesions.Count;
        if (told == count) return;
        while (told < count) TellNext(count);
        TellAll();
    }

    /// <summary>Those that one client, or the scenario, made at one step.</summary>
    private void TellNext(int count)
    {
        MadeLesion first = controller.Lesions[told];
        string? author = Author(first);
        List<string> texts = [];
        for (; told < count && controller.Lesions[told] is var made && made.Step == first.Step && Author(made) == author; told++) texts.Add((made.Lesion with { At = 0 }).ToString());
        voice.Say("event/lesion", JsonPayload.Write(writer =>
        {
            writer.WriteNumber("tick", first.Step / card.Timing.StepsPerTick);
            writer.WriteRounded("t", first.Step * card.Timing.Step, 9);
            writer.WriteString("author", author);
            Write(writer, texts);
        }));
    }

    private void TellAll() => voice.Keep("lesion/active", JsonPayload.Write(writer => Write(writer, controller.Lesions.Take(told).Select(Shown))));

    /// <summary>Who wanted it; null if that is not known.</summary>
    private string? Author(in MadeLesion made)
    {
        if (!made.Live) return "scenario";
        lock (gate) return authors.GetValueOrDefault(made.Lesion);
    }

    private string Shown(MadeLesion made) => made.Timed(card.Timing.Step).ToString();

    private static void Write(Utf8JsonWriter writer, IEnumerable<string> texts)
    {
        writer.WriteStartArray("lesions");
        foreach (string text in texts) writer.WriteStringValue(text);
        writer.WriteEndArray();
    }

    /// <summary>Why a text is no lesion that can be made now, or was; null if it is.</summary>
    private FieldRefusal? Refused(string text, out Lesion lesion)
    {
        lesion = new(default);
        try
        {
            lesion = Lesion.Parse(text);
        }
        catch (InvalidInputException fault)
        {
            return new(text, "unknown-name", fault.Message);
        }
        bool timed = lesion.At > 0;
        lesion = lesion with { At = 0 };
        try
        {
            lesion.CheckFits(card.Segments);
        }
        catch (InvalidInputException fault)
        {
            return new(text, "out-of-range", fault.Message);
        }
        return timed && !controller.Lesions.Has(lesion) ? new(text, "at-once", "A running animal's lesions are made at once: leave out the time.") : null;
    }

    /// <summary>The texts that the command lists; null if it does not.</summary>
    private string[]? Texts(JsonElement command)
    {
        if (!command.TryGetProperty("lesions", out JsonElement list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is 0 || list.GetArrayLength() > Most) return null;
        string[] texts = [.. list.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.String ? item.GetString()! : "").Where(text => text.Length is > 0 and <= LongestText)];
        return texts.Length == list.GetArrayLength() ? texts : null;
    }
}
