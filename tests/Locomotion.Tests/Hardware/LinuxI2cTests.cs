using System.Runtime.CompilerServices;
using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Bus;
using Locomotion.Hardware.Clocks;

namespace Locomotion.Tests.Hardware;

/// <summary>What can be tested of the Linux bus without one: its errors, its layout, and that failing costs no memory.</summary>
public class LinuxI2cTests
{
    [Fact]
    public void A_bus_that_is_not_there_is_refused_with_a_remedy()
    {
        string message = Assert.Throws<InvalidInputException>(() => new LinuxI2cBus(97)).Message;
        Assert.StartsWith("I2C bus 97: /dev/i2c-97 cannot be opened: ", message, StringComparison.Ordinal);
        Assert.Contains("dtparam=i2c_arm=on", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_is_no_adapter_is_refused() =>
        Assert.Contains("is no adapter", Assert.Throws<InvalidInputException>(() => new LinuxI2cBus(1, "/dev/null")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_failed_transaction_is_a_status_and_allocates_nothing()
    {
        using LinuxI2cBus bus = new(1, "/dev/null", check: false);
        TickBudget budget = new(MonotonicClock.Instance);
        ChipLink link = new(bus.CreateDevice(0x60), budget, "PCA9685");
        Fail();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Fail();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal((BusStatus.AdapterError, 25), (link.Status, bus.LastError));      // ENOTTY
        Assert.True(link.Faulted);
        Assert.True(link.WorstNanoseconds > 0);
        Assert.Equal(BusStatus.Ok, bus.TryRecover());
        Assert.Equal(1, bus.Recoveries);

        void Fail()
        {
            Span<byte> read = stackalloc byte[14];
            for (int k = 0; k < 100; k++)
            {
                budget.Open(1_000_000_000);
                Assert.False(link.TryWriteRead([0x3B], read));
            }
        }
    }

    [Fact]
    public void A_closed_bus_says_so()
    {
        LinuxI2cBus bus = new(1, "/dev/null", check: false);
        ITryI2cDevice device = (ITryI2cDevice)bus.CreateDevice(0x60);
        bus.Dispose();
        Assert.Equal(BusStatus.Closed, device.TryWrite([0]));
        Assert.Throws<IOException>(() => bus.CreateDevice(0x60).Write([0]));
    }

    /// <summary>struct i2c_msg and i2c_rdwr_ioctl_data on a 64-bit machine: linux/i2c.h, linux/i2c-dev.h.</summary>
    [Fact]
    public void Messages_have_the_kernels_layout()
    {
        Assert.Equal(16, Unsafe.SizeOf<LinuxI2cNative.Message>());
        Assert.Equal(16, Unsafe.SizeOf<LinuxI2cNative.MessageList>());
    }

    /// <summary>Documentation/i2c/fault-codes.rst; numbers of asm-generic/errno.h.</summary>
    [Theory, InlineData(6, BusStatus.NoAcknowledge), InlineData(121, BusStatus.NoAcknowledge), InlineData(110, BusStatus.Timeout),
        InlineData(11, BusStatus.ArbitrationLost), InlineData(19, BusStatus.Closed), InlineData(5, BusStatus.AdapterError)]
    public void Error_numbers_mean_what_the_kernel_says(int error, BusStatus status) => Assert.Equal(status, LinuxI2cBus.StatusOf(error));
}
