using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Mcap;

/// <summary>A first look at a damaged file: how it was written, and what its summary still says.</summary>
/// <param name="Options">How the new file is to be written.</param>
/// <param name="Definitions">Schemas and channels of the summary, if that is sound: where the chunk that held them is damaged, they are saved.</param>
/// <param name="Damage">What is wrong with the summary; null if nothing is.</param>
internal sealed record RecoverySurvey(McapWriterOptions Options, Definitions? Definitions, string? Damage)
{
    private const int LargestChunk = 4 << 20;   // bytes; longer chunks are divided

    /// <exception cref="InvalidInputException">It is no MCAP file.</exception>
    public static RecoverySurvey Of(Stream input, string? name)
    {
        McapWriterOptions options = OptionsOf(new RecordScanner(input, name));
        try
        {
            return new RecoverySurvey(options, SummaryReader.TryRead(input, name)?.Definitions, null);
        }
        catch (InvalidInputException e)
        {
            return new RecoverySurvey(options, null, e.Message);
        }
    }

    private static McapWriterOptions OptionsOf(RecordScanner scanner)
    {
        FileSummary header = new();
        Compression? compression = null;
        try
        {
            SummaryReader.ReadHeader(scanner, header);
        }
        catch (InvalidInputException)
        {
            // what the header says is not needed
        }
        try
        {
            while (compression is null && scanner.MoveNext())
                if (scanner.Opcode == Opcode.Chunk) compression = CompressionOf(scanner);
        }
        catch (InvalidInputException)
        {
            // the recovery itself reports where the records end
        }
        return new McapWriterOptions
        {
            Profile = header.Profile,
            Library = header.Library,
            Compression = compression ?? Compression.None,
            Chunked = compression is not null,
            MaximumChunkSize = LargestChunk,
        };
    }

    private static Compression? CompressionOf(RecordScanner scanner)
    {
        try
        {
            RecordReader reader = scanner.Reader;
            return ChunkDecompressor.Named(ChunkHeader.Read(ref reader).Compression);
        }
        catch (InvalidInputException)
        {
            return null;   // a damaged chunk: the next one tells
        }
    }
}
