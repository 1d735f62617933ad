using BenchmarkDotNet.Running;
using Locomotion.Benchmarks;
using Locomotion.Benchmarks.Loop;
using Locomotion.Benchmarks.Peer;
using Locomotion.Benchmarks.Recordings;

// peer         our whole step against the peer's body: exit code 1 when above a third
// scaling      the cost of a segment at n = 1000 against n = 100: exit code 1 when above 1.5
// check-peer   does the peer swim?                                     exit code 1 when not
// oscillators  the whole step with bursters against that with phase oscillators: exit code 1 when above 1.5
// neurons      bursters beside Brian2, on the same circuit
// check-neurons  are both in the same state?                           exit code 1 when not
// synapses     does the cost grow in proportion to the synapses?       exit code 1 when not
// recording    what recording costs the loop, how large it is and how fast it replays: exit code 1 when a mark is missed; with a number, over so many seconds
// record-until-killed FOLDER patient|real-time   never ends by itself
// ratio        the peer's forms against each other, in a minute or two, on a busy machine too
// loop [--minutes m] [--bound b]   1 kHz control with 50 Hz servo frames beside cyclictest: exit code 1 when later than b times it, or not free of garbage
// otherwise    BenchmarkDotNet with its own options, such as --filter '*MuJoCo*'
switch (args)
{
    case ["check-peer"]:
        return PeerCheck.Run(Console.Out) ? 0 : 1;
    case ["peer"]:
        return PeerRatio.Run(Console.Out) ? 0 : 1;
    case ["scaling"]:
        return PeerRatio.RunScaling(Console.Out) ? 0 : 1;
    case ["oscillators"]:
        return OscillatorRatio.Run(Console.Out) ? 0 : 1;
    case ["neurons"]:
        NeuronRatio.Run(Console.Out);
        return 0;
    case ["check-neurons"]:
        return NeuronRatio.Check(Console.Out) ? 0 : 1;
    case ["synapses"]:
        return NeuronRatio.Synapses(Console.Out) ? 0 : 1;
    case ["recording", .. var seconds]:
        return RecordingCost.Run(Console.Out, seconds is [var number] ? double.Parse(number) : 60) ? 0 : 1;
    case ["record-until-killed", var folder, var pace]:
        EndlessRecording.Run(folder, realTime: pace == "real-time");
        return 0;
    case ["loop", .. var options]:
        return LoopLateness.Run(Console.Out, options) ? 0 : 1;
    case ["ratio"]:
        RatioTable.Run(Console.Out, 8, 21, 100);
        return 0;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(RatioTable).Assembly).Run(args);
        return 0;
}
