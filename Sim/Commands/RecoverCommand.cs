using System.CommandLine;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Exports;
using Locomotion.Sim.Recording;
using Locomotion.Telemetry.Mcap;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary><c>locomotion recover</c>: a whole file of one that was cut or damaged.</summary>
internal static class RecoverCommand
{
    private static readonly Argument<string> File = RecordingSource.Argument();
    private static readonly Argument<string?> Out = new("out") { Description = "The whole file. Default: run.recovered.mcap beside run.mcap.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<bool> Force = new("--force") { Description = "Replace that file if it is there." };

    public static Command Build()
    {
        Command command = new("recover", "Write a whole file of a recording that was cut or damaged: by a kill, a power cut, a full disk. The damaged file is only read.") { File, Out, Force };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        using Interrupt interrupt = new();
        string path = RecordingSource.PathOf(parsed.GetValue(File)!);
        string target = StudyOutput.CheckedFile(parsed.GetValue(Out) ?? Path.ChangeExtension(path, $"recovered{Path.GetExtension(path)}"));
        bool force = parsed.GetValue(Force);
        using FileStream damaged = RecordingSource.OpenFile(path);
        if (Path.GetFullPath(target) == Path.GetFullPath(path)) throw new InvalidInputException("Recovered file", $"'{target}'", "is the damaged one", "name another");
        if (Path.Exists(target) && !force) throw new InvalidInputException("Recovered file", $"'{target}'", "exists", "name another, or give --force to replace it");
        try
        {
            RecoveryResult result = WatchedWork.Run("recovering", progress => Recover(new WatchedStream(damaged, progress, interrupt.Token), path, target, force));
            Tell(result, target);
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            Terminal.Error.MarkupLine("[yellow]Stopped on request: nothing was written.[/]");
            return interrupt.ExitCode;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException("Recovered file", $"'{target}'", $"cannot be written ({fault.Message.TrimEnd('.')})", "check folder, permissions and space");
        }
    }

    private static RecoveryResult Recover(WatchedStream damaged, string path, string target, bool force)
    {
        using PendingFiles files = new(Path.GetDirectoryName(Path.GetFullPath(target))!);
        RecoveryResult result;
        using (FileStream whole = files.Open(Path.GetFileName(target)))
        {
            result = McapRecovery.Recover(damaged, whole, path);
            if (!result.KeptAnything) throw new InvalidInputException("Recording", $"'{path}'", $"holds nothing that is whole ({result.Damage?.TrimEnd('.')})", "it is lost");
            whole.Flush(flushToDisk: true);
        }
        files.Keep(force);
        return result;
    }

    private static void Tell(RecoveryResult result, string target)
    {
        if (result.Damage is not null) Terminal.Out.MarkupLineInterpolated($"[yellow]Damage:[/] {result.Damage}");
        if (result.WasWhole) Terminal.Out.MarkupLine("The file was whole already.");
        Terminal.Out.MarkupLineInterpolated($"Kept:    {result.MessagesKept} messages, {result.ChunksKept} chunks, {result.AttachmentsKept} files, {result.MetadataKept} metadata");
        Terminal.Out.MarkupLineInterpolated($"Dropped: {result.MessagesDropped} messages known of, {result.ChunksDropped} chunks, {result.BytesDropped} bytes");
        Terminal.Error.MarkupLineInterpolated($"The whole file is [bold]{target}[/].");
    }
}
