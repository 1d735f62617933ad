namespace Locomotion.Controller.Loop;

/// <summary>Sees every tick, steers nothing.</summary>
public interface IStepObserver
{
    /// <summary>Called after tick <paramref name="tick"/> (from 0), when controller and plant have moved.</summary>
    void Observe(long tick, CentipedeController controller);
}
