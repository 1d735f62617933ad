using Locomotion.Controller.Cord;
using Locomotion.Controller.Rhythms;

namespace Locomotion.Sim.Experiments;

/// <summary>Every coupling and feedback of the two cords, each as the change that switches it off.</summary>
internal static class Couplings
{
    /// <summary>Of the phase cord.</summary>
    public static readonly AnimalChange
        Contralateral = Legs("other side's leg off", legs => legs with { Contralateral = 0 }),
        FromAhead = Legs("leg ahead off", legs => legs with { FromAhead = 0 }),
        FromBehind = Legs("leg behind off", legs => legs with { FromBehind = 0 }),
        Neighbours = Legs("both neighbours off", legs => legs with { FromAhead = 0, FromBehind = 0 }),
        ContralateralAndLoad = new("other side's leg and load off", animal => AnimalChange.LoadOff.Of(Contralateral!.Of(animal))),
        NeighboursAndLoad = new("both neighbours and load off", animal => AnimalChange.LoadOff.Of(Neighbours!.Of(animal))),
        TrunkAhead = Trunk("trunk joint ahead off", trunk => trunk with { FromAhead = 0 }),
        TrunkChain = Trunk("both trunk joints off", trunk => trunk with { FromAhead = 0, FromBehind = 0 }),
        TrunkToLeg = Trunk("trunk to leg off", trunk => trunk with { ToLeg = 0 }),
        Contact = AnimalChange.InCord("contact felt in 10 s", p => p with { Relay = p.Relay with { ContactTime = 10 } }),
        FoldByEither = AnimalChange.InCord("fold by either signal", p => p with { Relay = p.Relay with { FoldGate = FoldGate.Or } });

    /// <summary>Of the bursting cord.</summary>
    public static readonly AnimalChange
        FlexorAhead = Synapses("flexor ahead off", legs => legs with { FlexorAhead = 0 }),
        ExtensorAhead = Synapses("extensor ahead off", legs => legs with { ExtensorAhead = 0 }),
        LegAhead = Synapses("leg ahead off", legs => legs with { FlexorAhead = 0, ExtensorAhead = 0 }),
        Across = Synapses("other side's leg off", legs => legs with { FlexorAcross = 0, ExtensorAcross = 0 }),
        Exclusion = AnimalChange.InCord("exclusion off", p => p with { Bursting = p.Bursting with { Exclusion = 0 } }),
        SameAhead = Joints("joint ahead, same side off", joints => joints with { SameAhead = 0 }),
        OtherAhead = Joints("joint ahead, other side off", joints => joints with { OtherAhead = 0 }),
        JointAhead = Joints("joint ahead off", joints => joints with { SameAhead = 0, OtherAhead = 0 }),
        JointToLeg = Joints("trunk to leg off", joints => joints with { Flexor = 0 });

    /// <summary>All of the phase cord, intact first.</summary>
    public static IReadOnlyList<AnimalChange> Phase { get; } =
        [
            AnimalChange.None, Contralateral, FromAhead, FromBehind, Neighbours, AnimalChange.LoadOff, AnimalChange.ExcitationOff, ContralateralAndLoad, NeighboursAndLoad,
            TrunkAhead, TrunkChain, TrunkToLeg, Contact, FoldByEither,
        ];

    /// <summary>All of the bursting cord, intact first.</summary>
    public static IReadOnlyList<AnimalChange> Bursting { get; } =
        [AnimalChange.None, FlexorAhead, ExtensorAhead, LegAhead, Across, Exclusion, AnimalChange.LoadOff, SameAhead, OtherAhead, JointAhead, JointToLeg];

    private static AnimalChange Legs(string name, Func<LegRhythmParameters, LegRhythmParameters> change) => AnimalChange.InCord(name, p => p with { Legs = change(p.Legs) });

    private static AnimalChange Trunk(string name, Func<TrunkRhythmParameters, TrunkRhythmParameters> change) => AnimalChange.InCord(name, p => p with { Trunk = change(p.Trunk) });

    private static AnimalChange Synapses(string name, Func<LegSynapseParameters, LegSynapseParameters> change) => InBursters(name, p => p with { Legs = change(p.Legs) });

    private static AnimalChange Joints(string name, Func<JointSynapseParameters, JointSynapseParameters> change) => InBursters(name, p => p with { Joints = change(p.Joints) });

    private static AnimalChange InBursters(string name, Func<BurstingParameters, BurstingParameters> change) => AnimalChange.InCord(name, p => p with { Bursting = change(p.Bursting) });
}
