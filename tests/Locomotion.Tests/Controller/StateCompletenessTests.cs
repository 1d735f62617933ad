using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Locomotion.Body;
using Locomotion.Controller;
using Locomotion.Controller.Parameters;
using Locomotion.Controller.State;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Tests.Controller;

/// <summary>
/// No field is forgotten: each that can change is changed in turn, and unless the digest changes with it, it must stand here as one that
/// need not be remembered, with the reason.
/// </summary>
public class StateCompletenessTests
{
    private const string Scratch = "written anew in each step before it is read", Settings = "follows from parameters and timing, which never change or come with the snapshot";

    private static readonly Dictionary<string, string> NeedNotBeRemembered = new()
    {
        ["CentipedeController.parameters"] = Settings,
        ["CentipedeController.wanted"] = "asked for from outside and not yet in force: whoever asked may ask again",
        ["LesionMailbox.waiting"] = "asked for from outside and not yet in force: whoever asked may ask again",
        ["MadeLesions.known"] = "follows from the plan and the pathways: RecallLesions",
        ["MadeLesions.entries"] = "follows from the plan and the pathways: RecallLesions",
        ["MadeLesions.count"] = "follows from the plan and the pathways: RecallLesions",
        ["LesionPlan.lesions"] = Settings,
        ["LesionPlan.steps"] = Settings,
        ["NerveCord.signals"] = Scratch,
        ["NerveCord.felt"] = Scratch,
        ["NerveCord.coefficients"] = Settings,
        ["NerveCord.motor"] = Settings,
        ["PhaseRhythm.phases"] = Scratch,
        ["PhaseRhythm.sines"] = Scratch,
        ["PhaseRhythm.cosines"] = Scratch,
        ["PhaseRhythm.coefficients"] = Settings,
        ["PhaseRhythm.locks"] = Settings,
        ["BurstingRhythm.input"] = Scratch,
        ["BurstingRhythm.rate"] = Scratch,
        ["BurstingRhythm.resting"] = Scratch,
        ["BurstingRhythm.p"] = Settings,
        ["BurstingRhythm.muscles"] = Settings,
        ["BurstingRhythm.restThreshold"] = Settings,
        ["BursterPopulation.noiseA"] = Scratch,
        ["BursterPopulation.noiseV"] = Scratch,
        ["BursterCoefficients.courses"] = Settings,
        ["CentipedeBody.legs"] = Scratch,
        ["CentipedeBody.limited"] = Scratch,
        ["CentipedeBody.stalled"] = Scratch,
        ["CentipedeBody.water"] = Scratch,
        ["CentipedeBody.wetness"] = "follows from the pose: Immerse",
        ["CentipedeBody.weight"] = "follows from the pose: Immerse",
        ["CentipedeBody.contact"] = "follows from the pose: Immerse",
        ["Habitat.x"] = Settings,
        ["Habitat.height"] = Settings,
        ["Habitat.edges"] = Settings,
        ["PlanarChain.links"] = "follows from pose and velocities: Locate; accelerations are written before they are read",
        ["PlanarChain.forces"] = "cleared by Locate",
        ["PlanarChain.drives"] = Scratch,
        ["PlanarChain.joints"] = Scratch,
        ["PlanarChain.sines"] = Scratch,
        ["PlanarChain.cosines"] = Scratch,
        ["Feet.feet"] = Scratch,
        ["Feet.bellyDamping"] = Scratch,
        ["Feet.stance"] = Scratch,
        ["Feet.afloat"] = Scratch,
        ["LoadSharing.stance"] = Scratch,
        ["LoadSharing.share"] = Scratch,
        ["LoadSharing.Belly"] = Scratch,
    };

    [Fact]
    public void Every_field_that_can_change_is_visited_or_need_not_be()
    {
        List<string> forgotten = [];
        HashSet<string> excused = [];
        foreach (string oscillator in new[] { "phase", "bursting" })
        {
            Scenario scenario = BuiltInScenarios.Named("slow-walk");
            scenario = scenario with { Animal = scenario.Animal.With("oscillator", oscillator).With("bursting.flexor.noise", "0.1").With("sensors.load-noise", "0.1").With("sensors.bend-noise", "0.1") };
            Simulation simulation = new(scenario);
            foreach (IHasState root in new IHasState[] { simulation.Controller, simulation.Plant })
                new Walk(root, forgotten, excused).Through(root);
        }
        Assert.Empty(forgotten);
        Assert.Empty(NeedNotBeRemembered.Keys.Except(excused));     // no excuse outlives its field
    }

    [Fact]
    public void Nothing_is_remembered_in_static_fields()
    {
        IEnumerable<FieldInfo> fields = new[] { typeof(CentipedeController).Assembly, typeof(SimulatedPlant).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.GetCustomAttribute<CompilerGeneratedAttribute>() is null && !type.Name.StartsWith('<'))
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic));
        Assert.Empty(fields.Where(field => !field.IsInitOnly && !field.IsLiteral).Select(field => $"{field.DeclaringType!.Name}.{field.Name}"));
    }

    private sealed class Walk(IHasState root, List<string> forgotten, HashSet<string> excused)
    {
        private readonly HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        private readonly ulong unchanged = StateDigest.Of(root);

        /// <summary>Whether anything in there is visited.</summary>
        public bool Through(object owner)
        {
            if (!seen.Add(owner)) return true;
            bool any = false;
            for (Type? type = owner.GetType(); type is not null && type != typeof(object); type = type.BaseType)
            {
                foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
                    any |= Field(owner, field, $"{type.Name}.{Plain(field.Name)}");
            }
            return any;
        }

        private bool Field(object owner, FieldInfo field, string name)
        {
            if (NeedNotBeRemembered.ContainsKey(name))
            {
                excused.Add(name);
                return false;
            }
            object? value = field.GetValue(owner);
            bool fixedOnce = field.IsInitOnly || field.Name.EndsWith(">P", StringComparison.Ordinal);      // >P: a parameter of the constructor
            bool visited = value switch
            {
                null => fixedOnce,
                Array { Length: 0 } => true,
                Array array when IsPlain(array.GetType().GetElementType()!) => IsVisited(nameof(ArrayIsVisited), array.GetType().GetElementType()!, array),
                Array array => array.Cast<object>().Aggregate(true, (all, item) => all & Through(item)),
                ParameterGroup or string => fixedOnce,
                ValueType when fixedOnce => true,
                ValueType when IsPlain(field.FieldType) => IsVisited(nameof(ValueIsVisited), field.FieldType, owner, field),
                ValueType => false,
                _ when value.GetType().Namespace!.StartsWith("Locomotion", StringComparison.Ordinal) => Through(value) || fixedOnce,
                _ => fixedOnce,
            };
            if (!visited) forgotten.Add(name);
            return visited && !fixedOnce || visited && value is Array { Length: > 0 };
        }

        private bool IsVisited(string method, Type type, params object[] arguments) =>
            (bool)typeof(Walk).GetMethod(method, BindingFlags.Instance | BindingFlags.NonPublic)!.MakeGenericMethod(type).Invoke(this, arguments)!;

        private bool ArrayIsVisited<T>(T[] array) where T : unmanaged =>
            new[] { 0, array.Length - 1 }.All(k => Places<T>().All(place =>
            {
                T before = array[k];
                array[k] = Flipped(before, place);
                bool changed = StateDigest.Of(root) != unchanged;
                array[k] = before;
                return changed;
            }));

        private bool ValueIsVisited<T>(object owner, FieldInfo field) where T : unmanaged =>
            Places<T>().All(place =>
            {
                T before = (T)field.GetValue(owner)!;
                field.SetValue(owner, Flipped(before, place));
                bool changed = StateDigest.Of(root) != unchanged;
                field.SetValue(owner, before);
                return changed;
            });

        private static IEnumerable<int> Places<T>() where T : unmanaged => Enumerable.Range(0, (Unsafe.SizeOf<T>() + 7) / 8).Select(k => 8 * k);

        private static T Flipped<T>(T value, int place) where T : unmanaged
        {
            MemoryMarshal.AsBytes(new Span<T>(ref value))[place] ^= 1;
            return value;
        }

        private static bool IsPlain(Type type) =>
            type.IsValueType && !(bool)typeof(RuntimeHelpers).GetMethod(nameof(RuntimeHelpers.IsReferenceOrContainsReferences))!.MakeGenericMethod(type).Invoke(null, null)!;

        private static string Plain(string name) => name.TrimStart('<').Split('>')[0];
    }
}
