namespace Locomotion.Tests.EndToEnd;

/// <summary>Tests about time: none of the others runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public static class Alone
{
    public const string Name = "alone";
}
