using Locomotion.Controller.Files;
using Locomotion.Controller.Parameters;

namespace Locomotion.Sim.Optimisation;

/// <summary>The file of a checkpoint: written whole or not at all, and only continued by the run that wrote it.</summary>
public static class CheckpointFile
{
    /// <summary>Puts <paramref name="checkpoint"/> in the place of the file.</summary>
    /// <exception cref="InvalidInputException">It cannot be written; what was there stays.</exception>
    public static void Write(string path, OptimisationCheckpoint checkpoint) =>
        WholeFile.Replace(path, CheckpointWriter.Write(checkpoint), "Checkpoint");

    /// <summary>The checkpoint in the file.</summary>
    /// <exception cref="InvalidInputException">There is none, or it is damaged.</exception>
    public static OptimisationCheckpoint Read(string path) =>
        CheckpointReader.Read(WholeFile.Read(path, "Checkpoint"), $"Checkpoint '{path}'");

    /// <summary>Refuses what another run than <paramref name="asked"/> has written: to go on would mix the two.</summary>
    public static void RefuseForeign(string path, OptimisationCheckpoint found, OptimisationCheckpoint asked)
    {
        Same("objective", $"'{found.Objective}'", $"'{asked.Objective}'");
        Same("description", $"'{found.Description}'", $"'{asked.Description}'");
        Same("seed", $"{found.State.Seed}", $"{asked.State.Seed}");
        Same("population", $"{found.State.Population}", $"{asked.State.Population}");
        Same("first step size", Naming.Number(found.FirstSigma), Naming.Number(asked.FirstSigma));
        Same("number of parameters", $"{found.Parameters.Count}", $"{asked.Parameters.Count}");
        foreach ((OptimisedParameter old, OptimisedParameter now) in found.Parameters.Zip(asked.Parameters)) Same("parameter", Shown(old), Shown(now));

        void Same(string what, string there, string here)
        {
            if (there != here)
                throw new InvalidInputException($"Checkpoint '{path}'", $"{what} {there}", $"is not that of this run, {here}", "name another checkpoint file, or remove this one");
        }
    }

    private static string Shown(OptimisedParameter parameter) =>
        $"'{parameter.Name}' in [{Naming.Number(parameter.Min)}, {Naming.Number(parameter.Max)}] {parameter.Unit} from {Naming.Number(parameter.Start)}, {CheckpointReader.Scale(parameter)}{(parameter.Decimals is { } decimals ? $", {decimals} decimals" : "")}";
}
