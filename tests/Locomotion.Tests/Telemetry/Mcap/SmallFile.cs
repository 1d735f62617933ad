using Locomotion.Telemetry.Mcap;

namespace Locomotion.Tests.Telemetry.Mcap;

/// <summary>A file of 1 to 3 kB with something of everything: two schemas, three channels, four chunks, attachments, metadata.</summary>
internal static class SmallFile
{
    public static Recording Of(Compression compression, bool chunked) => new(
        new McapWriterOptions { Compression = compression, Chunked = chunked, Profile = "centipede" },
        [new("locomotion.Pose", "protobuf", [10, 20, 30, 40]), new("locomotion.Load", "jsonschema", [.. "{\"type\":\"object\"}"u8])],
        [
            new(0, "/pose", "protobuf", new() { ["frame"] = "world" }),
            new(1, "/load", "json", []),
            new(-1, "/note", "text", new() { ["a"] = "1", ["ä"] = "€" }),
        ],
        [.. Events()]);

    public static byte[] Bytes(Compression compression, bool chunked = true) => Of(compression, chunked).Write();

    private static IEnumerable<Recording.Event> Events()
    {
        yield return new Recording.Metadata("run", new() { ["seed"] = "1", ["scenario"] = "walk" });
        for (uint k = 0; k < 20; k++)
        {
            // the channels appear one after the other, so that their definitions are spread over the chunks
            int channel = k < 5 ? 0 : k < 12 ? (int)(k % 2) : (int)(k % 3);
            byte[] data = [.. Enumerable.Range(0, 12).Select(n => (byte)(n < 8 ? 7 : n * (int)k))];
            yield return new Recording.Message(channel, k, 1000 + 10 * k, 900 + 10 * k, data);
            if (k % 5 == 4) yield return new Recording.EndChunk();
            if (k == 9) yield return new Recording.Attachment("walk.json", "application/json", 1100, 5, [.. "{\"seed\":1}"u8]);
        }
        yield return new Recording.Attachment("empty", "", 2000, 0, []);
    }
}
