namespace Locomotion.Telemetry.Clients;

/// <summary>The right to change an animal's parameters, renewed until it is given back.</summary>
public sealed class ParameterLease : IAsyncDisposable
{
    private const double Seconds = 30, Renewal = 10;

    private readonly AnimalClient animal;
    private readonly CancellationTokenSource ending = new();
    private readonly Task renewing;

    private ParameterLease(AnimalClient animal)
    {
        this.animal = animal;
        renewing = RenewAsync();
    }

    /// <summary>Takes it.</summary>
    /// <exception cref="RefusedException">Another client has it.</exception>
    /// <exception cref="NoAnswerException">No answer came in time.</exception>
    public static async Task<ParameterLease> TakeAsync(AnimalClient animal, CancellationToken stop)
    {
        await AskAsync(animal, stop).ConfigureAwait(false);
        return new ParameterLease(animal);
    }

    /// <summary>Gives it back.</summary>
    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync().ConfigureAwait(false);
        await renewing.ConfigureAwait(false);
        ending.Dispose();
        try
        {
            await animal.AskAsync("params", "release", null, CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception fault) when (fault is NoAnswerException or RefusedException)
        {
            // it ends by itself
        }
    }

    private static Task<AnimalReply> AskAsync(AnimalClient animal, CancellationToken stop) => animal.AskAsync("params", "lease", writer => writer.WriteNumber("seconds", Seconds), stop);

    private async Task RenewAsync()
    {
        try
        {
            while (true)
            {
                await Task.Delay(TimeSpan.FromSeconds(Renewal), ending.Token).ConfigureAwait(false);
                await AskAsync(animal, ending.Token).ConfigureAwait(false);
            }
        }
        catch (Exception fault) when (fault is OperationCanceledException or NoAnswerException or RefusedException)
        {
            // whatever needs the lease next is refused, and says why
        }
    }
}
