using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Locomotion.Benchmarks.Peer;

/// <summary>The few functions of MuJoCo's C interface that the peer needs. Unchanged from 2.2 to 3.x, and free of struct layouts.</summary>
/// <remarks>
/// Debian 12 and its relatives: <c>apt-get install libmujoco-dev</c> (the library alone is <c>libmujoco2.2.2</c>).
/// Elsewhere <c>MUJOCO_LIBRARY</c> names the file of any other build.
/// </remarks>
internal static unsafe partial class MuJoCo
{
    private const string Library = "mujoco";
    private static readonly string[] FileNames = ["libmujoco.so.2.2.2", "libmujoco.so", "libmujoco.dylib", "mujoco.dll"];
    private static readonly Lazy<nint> Handle = new(Open);
    private static long warnings;

    static MuJoCo() => NativeLibrary.SetDllImportResolver(
        typeof(MuJoCo).Assembly, (name, _, _) => string.Equals(name, Library, StringComparison.Ordinal) ? Handle.Value : 0);

    /// <summary>Warnings raised since the start: unstable steps, overfull buffers.</summary>
    public static long Warnings => Interlocked.Read(ref warnings);

    /// <summary>The library's version as it reports it: 222 is 2.2.2.</summary>
    public static int Version => mj_version();

    /// <summary>The address of a variable that the library exports, such as <c>mju_user_malloc</c>.</summary>
    public static nint Variable(string name) => NativeLibrary.GetExport(Handle.Value, name);

    [LibraryImport(Library)]
    private static partial int mj_version();

    /// <summary>Compiles the MJCF file; 0 and a text in <paramref name="error"/> when it cannot.</summary>
    [LibraryImport(Library, StringMarshalling = StringMarshalling.Utf8)]
    public static partial nint mj_loadXML(string file, nint virtualFiles, byte* error, int errorSize);

    [LibraryImport(Library)]
    public static partial void mj_deleteModel(nint model);

    [LibraryImport(Library)]
    public static partial nint mj_makeData(nint model);

    [LibraryImport(Library)]
    public static partial void mj_deleteData(nint data);

    [LibraryImport(Library)]
    public static partial void mj_resetData(nint model, nint data);

    [LibraryImport(Library)]
    public static partial void mj_resetDataKeyframe(nint model, nint data, int key);

    [LibraryImport(Library)]
    public static partial void mj_step(nint model, nint data);

    /// <summary>result = M vector, M the joint-space inertia of the latest step.</summary>
    [LibraryImport(Library)]
    public static partial void mj_mulM(nint model, nint data, double* result, double* vector);

    private static nint Open()
    {
        string? chosen = Environment.GetEnvironmentVariable("MUJOCO_LIBRARY");
        string[] names = string.IsNullOrEmpty(chosen) ? FileNames : [chosen];
        foreach (string name in names)
        {
            if (NativeLibrary.TryLoad(name, Assembly.GetExecutingAssembly(), DllImportSearchPath.SafeDirectories, out nint library))
            {
                // without a handler of ours MuJoCo writes MUJOCO_LOG.TXT into the working directory
                *(nint*)NativeLibrary.GetExport(library, "mju_user_warning") = (nint)(delegate* unmanaged[Cdecl]<byte*, void>)&CountWarning;
                return library;
            }
        }

        throw new DllNotFoundException(
            $"MuJoCo, the peer of the benchmarks, is not installed: none of {string.Join(", ", names)} could be loaded. "
            + "Run `apt-get install libmujoco-dev` (Debian 12), or set MUJOCO_LIBRARY to the file of another build.");
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void CountWarning(byte* text) => Interlocked.Increment(ref warnings);
}
