using Locomotion.Controller.Neurons;

namespace Locomotion.Controller.Rhythms;

/// <summary>Keeps the neurons of resting segments as they are while their populations step.</summary>
internal sealed class RestingNeurons(int segments)
{
    private readonly bool[] rests = new bool[segments];
    private readonly (double Voltage, double Adaptation)[] held = new (double, double)[6 * segments];
    private bool any;

    /// <summary>Whether segment <paramref name="i"/> rests in this step.</summary>
    public bool Holds(int i) => rests[i];

    /// <summary>Nobody rests.</summary>
    public void Clear()
    {
        if (any) Array.Clear(rests);
        any = false;
    }

    /// <summary>Notes the state of segment <paramref name="i"/>'s six neurons.</summary>
    public void Hold(int i, Population flexors, Population extensors, Population joints)
    {
        any = rests[i] = true;
        for (int side = 0; side < 2; side++)
        {
            int k = 2 * i + side;
            held[3 * k] = (flexors.Voltage[k], flexors.Adaptation[k]);
            held[3 * k + 1] = (extensors.Voltage[k], extensors.Adaptation[k]);
            held[3 * k + 2] = (joints.Voltage[k], joints.Adaptation[k]);
        }
    }

    /// <summary>Puts back what was noted.</summary>
    public void Restore(Population flexors, Population extensors, Population joints)
    {
        if (!any) return;
        for (int k = 0; k < 2 * rests.Length; k++)
        {
            if (!rests[k / 2]) continue;
            (flexors.Voltage[k], flexors.Adaptation[k]) = held[3 * k];
            (extensors.Voltage[k], extensors.Adaptation[k]) = held[3 * k + 1];
            (joints.Voltage[k], joints.Adaptation[k]) = held[3 * k + 2];
        }
    }
}
