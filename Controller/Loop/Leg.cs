namespace Locomotion.Controller.Loop;

/// <summary>
/// How legs and joints are numbered, everywhere. Segments count from the head, 0 to n − 1. Leg 2 i is the left and 2 i + 1 the
/// right leg of segment i. Trunk joint j lies between segments j and j + 1, 0 to n − 2.
/// </summary>
public static class Leg
{
    /// <summary>Index of the left leg of <paramref name="segment"/>.</summary>
    public static int Left(int segment) => 2 * segment;

    /// <summary>Index of the right leg of <paramref name="segment"/>.</summary>
    public static int Right(int segment) => 2 * segment + 1;
}
