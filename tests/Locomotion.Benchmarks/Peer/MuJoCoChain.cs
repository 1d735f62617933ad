using System.Runtime.InteropServices;

namespace Locomotion.Benchmarks.Peer;

/// <summary>A chain in MuJoCo, stepped from here: one thread, nothing rendered.</summary>
/// <remarks>Target and position are MuJoCo's own arrays (see <see cref="MuJoCoMemory"/>), so driving it costs it nothing.</remarks>
public sealed unsafe class MuJoCoChain : IDisposable
{
    private const int Base = 3;   // coordinates of the base: x, y, heading
    private readonly int coordinates, joints;
    private readonly double* position, velocity, target;
    private nint model, data;
    private long tick;

    /// <summary>Compiles the model and finds its arrays.</summary>
    public MuJoCoChain(MuJoCoChainModel chain)
    {
        joints = chain.Links - 1;
        coordinates = Base + joints;
        double[] positionMark = Mark(1, coordinates), velocityMark = Mark(2, coordinates), targetMark = Mark(3, joints);
        model = Load(chain.Mjcf(positionMark, velocityMark, targetMark));
        MuJoCoMemory memory = new(model);
        data = memory.Data;
        MuJoCo.mj_resetDataKeyframe(model, data, 0);
        position = memory.Find("qpos", positionMark);
        velocity = memory.Find("qvel", velocityMark);
        target = memory.Find("ctrl", targetMark);
        Reset();
    }

    /// <summary>x and y of the base, m, its heading, rad, then the joint angles, rad: those behind the base, then those ahead.</summary>
    public ReadOnlySpan<double> Position => new(position, coordinates);

    /// <summary>Target angle of each joint, rad, [joint], head first.</summary>
    public Span<double> Target => new(target, joints);

    /// <summary>Kinetic energy, J: half of v' M v with the inertia of the latest step.</summary>
    public double KineticEnergy
    {
        get
        {
            double* momentum = stackalloc double[coordinates];
            MuJoCo.mj_mulM(model, data, momentum, velocity);
            double twice = 0;
            for (int i = 0; i < coordinates; i++)
                twice += velocity[i] * momentum[i];
            return twice / 2;
        }
    }

    /// <summary>Straight, at the origin, at rest.</summary>
    public void Reset()
    {
        MuJoCo.mj_resetData(model, data);
        tick = 0;
    }

    /// <summary>Runs <paramref name="steps"/> steps after the wave.</summary>
    public void Swim(TravellingWave wave, int steps)
    {
        for (int step = 0; step < steps; step++, tick++)
        {
            wave[tick].CopyTo(Target);
            MuJoCo.mj_step(model, data);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (data != 0)
            MuJoCo.mj_deleteData(data);
        if (model != 0)
            MuJoCo.mj_deleteModel(model);
        data = model = 0;
    }

    private static nint Load(string mjcf)
    {
        const int ErrorSize = 1000;
        byte* error = stackalloc byte[ErrorSize];
        string file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, mjcf);
            nint loaded = MuJoCo.mj_loadXML(file, 0, error, ErrorSize);
            if (loaded == 0)
                throw new InvalidOperationException($"MuJoCo refuses the chain: {Marshal.PtrToStringUTF8((nint)error)}");
            return loaded;
        }
        finally { File.Delete(file); }
    }

    // numbers that no other array holds, exact in binary and in the XML
    private static double[] Mark(int number, int length) => [.. Enumerable.Range(1, length).Select(i => number + i / 1024.0)];
}
