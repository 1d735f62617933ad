#!/usr/bin/env python3
"""Bursting neurons in Brian2: a peer for comparisons of speed.

N simplified bursting neurons (circuit convention, dt = 1 ms, one step of latency) with the same number of synapses onto each, in
Brian2 (Stimberg, Brette, Goodman 2019, "Brian 2, an intuitive and efficient neural simulator", eLife 8:e47314) and written for its
speed. Circuit and initial state come from a hash, so any other program can build the same ones. Prints one line of JSON.

Only running is timed. cpp_standalone: the run loop's own measure, the best of several runs of the compiled program. numpy and
cython: the best of several further runs, after the one whose state is reported.

Debian: apt-get install python3-brian g++; then /usr/bin/python3 brian2_bursters.py --neurons 10000 --target cpp_standalone
"""

import argparse
import json
import tempfile

import brian2 as b2
import numpy as np
import scipy.sparse

# Brian2's own flags plus finite-math-only: without it exp and log are not vectorised, and a step takes two to three times as long.
# Preferring 512-bit vectors and link-time optimisation gain nothing. One thread: OpenMP stays off.
b2.prefs.codegen.cpp.extra_compile_args_gcc = ["-w", "-O3", "-ffast-math", "-march=native", "-std=c++11"]

REPEATS = 5
GOLDEN = np.uint64(0x9E3779B97F4A7C15)


def mix(z):
    """SplitMix64's finalizer."""
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return z ^ (z >> np.uint64(31))


def circuit(neurons, synapses):
    """Source and weight of every synapse, [target, synapse]."""
    z = mix(np.arange(1, neurons * synapses + 1, dtype=np.uint64) * GOLDEN).reshape(neurons, synapses)
    return (z % np.uint64(neurons)).astype(np.int32), ((z >> np.uint64(40)) / 2.0**24 - 0.5) * 0.1


def bounds(active, quiet):
    """Active and quiet bound of the adaptation, for durations relative to the adaptation's time constant."""
    quiet_bound = np.expm1(-quiet) / np.expm1(-(active + quiet))
    return quiet_bound * np.exp(-active), quiet_bound


RATE = 4 / 1500   # of the adaptation, 1/ms
ACTIVE, QUIET = 250 * RATE, 750 * RATE
ZERO = bounds(ACTIVE, QUIET)
POSITIVE = bounds(ACTIVE, QUIET / 1.1)
NEGATIVE = bounds(ACTIVE * 0.5 / 1.1, QUIET * 1.3 / 0.5)

CONSTANTS = dict(
    bias=0.1, x_active_stable=1.0, x_quiet_stable=0.0,
    b_a0=ZERO[0], b_a_pos=POSITIVE[0] - ZERO[0], b_a_neg=NEGATIVE[0] - ZERO[0],
    b_q0=ZERO[1], b_q_pos=POSITIVE[1] - ZERO[1], b_q_neg=NEGATIVE[1] - ZERO[1],
    l_a_neg=1.1 - 1, l_q_pos=1.1 - 1, l_q_neg=0.5 - 1,   # adaptation scales; active and positive it is 1
    r_a=RATE, r_q=RATE / (1 - 0.25),                     # per step of 1 ms
    margin=-10 * RATE, delay=0.25 / RATE)

# One step. What is zero in this neuron is left out: the active margin (step 1 then does nothing while active) and the active delay
# (its rate is 1 per ms). xp or xn is 0, so sums replace the choice between the positive and the negative interpolation. min and max
# replace the comparisons of steps 2 and 3: active, a falls but not below b_a, and stays if it is there already; quiet likewise at
# b_q. Neither can leave [0, 1], so the clip after step 2 is left out. Step 1, quiet, has the effect it has here: a is put on b_q.
NEURON = """
x = bias + current
xp = smaller(larger(x, 0.0), 1.0)
xn = smaller(larger(-x, 0.0), 1.0)
b_a = b_a0 + b_a_pos * xp + b_a_neg * xn
b_q = b_q0 + b_q_pos * xp + b_q_neg * xn
l_a = 1.0 + l_a_neg * xn
l_q = 1.0 + l_q_pos * xp + l_q_neg * xn
c_a = r_a TIMES_NOISE
c_q = r_q TIMES_NOISE
a_active = smaller(a, larger(a * l_a / (l_a + c_a), b_a))
a_rising = larger(a, smaller((a * l_q + c_q) / (l_q + c_q), b_q))
a_quiet = choose(1.0 - a_rising >= (1.0 - b_q) * exp(margin / l_q), smaller(a_rising, b_q), a_rising)
a = choose(v > 0, a_active, choose(v < 0, a_quiet, a))
v_active = choose(a > b_a or (a == b_a and x > x_active_stable), 1.0, -1.0)
d_q = larger(delay * l_q * log((1.0 - b_a) / (1.0 - b_q)), 1.0)
v_quiet = choose(a < b_q or (a == b_q and x < x_quiet_stable), -1.0, 1.0) / d_q
moved = v + choose(v > 0, v_active, choose(v < 0, v_quiet, 0.0)) TIMES_NOISE
moved = smaller(larger(moved, -1.0), 1.0)
v = choose(a <= b_a and moved <= 0, -1.0, choose(a >= b_q and moved >= 0, 1.0, moved))
y = choose(v >= 0, 0.5 + 0.5 * a, 0.0)
"""


def helper(name, numpy_function, arguments, cpp, cython):
    """A function for the equations. Brian2's clip is slow in numpy, and it has neither a minimum nor a choice that vectorises."""
    function = b2.Function(
        numpy_function, arg_units=[bool if kind == "bool" else 1 for kind, _ in arguments],
        arg_types=["any" if kind == "bool" else "float" for kind, _ in arguments], return_unit=1, return_type="float")
    typed = ", ".join(f"{kind} {argument}" for kind, argument in arguments)
    # Without an implementation of its own for numpy Brian2 checks units at every call, which takes most of the time.
    function.implementations.add_implementation("numpy", numpy_function)
    function.implementations.add_implementation("cpp", f"static inline double {name}({typed}) {{ return {cpp}; }}", name=name)
    function.implementations.add_implementation(
        "cython", f"cdef inline double {name}({typed.replace('bool', 'bint')}) nogil:\n    return {cython}\n", name=name)
    return function


A, B = ("double", "a"), ("double", "b")
FUNCTIONS = dict(
    smaller=helper("smaller", np.minimum, [A, B], "a < b ? a : b", "a if a < b else b"),
    larger=helper("larger", np.maximum, [A, B], "a > b ? a : b", "a if a > b else b"),
    choose=helper("choose", np.where, [("bool", "c"), A, B], "c ? a : b", "a if c else b"))


def build(neurons, synapses, noise, target):
    """The neurons, and the network that steps them."""
    equations = "v : 1\na : 1\ny : 1\ncurrent : 1\n"
    if noise:
        equations += "factor : 1\n"
    gather = target != "numpy"
    if gather:
        equations += "".join(f"source{k} : integer (constant)\nweight{k} : 1 (constant)\n" for k in range(synapses))
    group = b2.NeuronGroup(neurons, equations, namespace={**CONSTANTS, **FUNCTIONS, "noise": noise}, name="bursters")
    unit = mix(np.arange(1, neurons + 1, dtype=np.uint64) * GOLDEN + np.uint64(0x1234567))
    group.a = ZERO[0] + (ZERO[1] - ZERO[0]) * ((unit >> np.uint64(11)) / 2.0**53)
    group.v = np.where(unit & np.uint64(1), 1.0, -1.0)
    source, weight = circuit(neurons, synapses)
    network = b2.Network(group)
    # Ways to transmit that were tried; whole step, noise off, ns per neuron and step at N =
    #                                                          100   10 000   100 000   1 000 000
    #   cpp_standalone: summed variable of Synapses           13.4      9.9      11.7        14.6
    #                   v >= 0 as spike, weights added on it  11.2     11.0      25          91
    #                   linked_var with an index (64 bits)    10.4      7.5      12.7        14.8
    #                   references, index of 32 bits (below)  11.0      7.6       9.0        11.0
    #   numpy:          summed variable of Synapses            526       50         -       118
    #                   v >= 0 as spike, weights added on it   644      122         -       338
    #                   references, index of 32 bits           601       36         -        77
    #                   scipy's sparse product (below)         467       26         -        63
    if gather:
        for k in range(synapses):
            setattr(group, f"source{k}", source[:, k])
            setattr(group, f"weight{k}", weight[:, k])
            group.variables.add_reference(f"y{k}", group, "y", index=f"source{k}")
        group.run_regularly("current = " + " + ".join(f"weight{k} * y{k}" for k in range(synapses)), order=0)
    else:
        starts = np.arange(neurons + 1, dtype=np.int32) * np.int32(synapses)
        matrix = scipy.sparse.csr_matrix((weight.ravel(), source.ravel(), starts), shape=(neurons, neurons))
        current, y = group.variables["current"].get_value(), group.variables["y"].get_value()

        def transmit():
            current[:] = matrix @ y

        network.add(b2.NetworkOperation(transmit, when="start", order=0))
    # The draw in a loop of its own leaves the neuron's loop vectorised: 31 ns instead of 52 at N = 10 000.
    if noise:
        group.run_regularly("factor = larger(1.0 + noise * randn(), 0.0)", order=1)
    # A helper in C++ with branches, which takes logarithm and exponential only when needed, was slower: 9.9 instead of 7.8.
    group.run_regularly(NEURON.replace("TIMES_NOISE", "* factor" if noise else ""), order=2)
    return group, network


def default_steps(neurons, noise, target):
    """So many that a measurement takes one to three seconds."""
    # ns. What a step costs without neurons is Brian2's run loop; in standalone it asks for the processor time at every step.
    per_step, per_neuron = {"numpy": (46e3, 35), "cython": (3e3, 30), "cpp_standalone": (430, 10)}[target]
    return int(max(10, 1.5e9 / (per_step + neurons * (per_neuron + (20 if noise else 0)))))


def state(group):
    """v, a and y of all neurons, [neuron, variable]."""
    return np.column_stack([np.array(variable[:]) for variable in (group.v_, group.a_, group.y_)])


def measure(neurons, synapses, noise, steps, target):
    """State after the given steps, and the shortest time of them, s."""
    standalone = target == "cpp_standalone"
    if standalone:
        b2.set_device("cpp_standalone", build_on_run=False)
    else:
        b2.prefs.codegen.target = target
    b2.defaultclock.dt = 1 * b2.ms
    b2.seed(1)
    group, network = build(neurons, synapses, noise, target)
    duration = steps * b2.ms
    times = []
    network.run(duration)
    if standalone:
        with tempfile.TemporaryDirectory() as directory:
            b2.device.build(directory=directory, run=False)
            for _ in range(REPEATS):
                b2.device.run(directory, with_output=False, run_args=[])
                times.append(b2.device._last_run_time)
            return state(group), min(times)
    end = state(group)
    for _ in range(REPEATS):
        network.run(duration)
        times.append(b2.device._last_run_time)
    return end, min(times)


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--neurons", type=int, required=True)
    parser.add_argument("--target", choices=["numpy", "cython", "cpp_standalone"], required=True)
    parser.add_argument("--noise", type=float, default=0.0, help="SD of the factor on both derivatives; 0 draws nothing")
    parser.add_argument("--steps", type=int, help="default: so many that a measurement takes one to three seconds")
    parser.add_argument("--synapses", type=int, default=10, help="onto each neuron")
    parser.add_argument("--state-out", metavar="FILE", help="v,a,y after the steps, a line per neuron")
    options = parser.parse_args()
    steps = options.steps or default_steps(options.neurons, options.noise, options.target)
    end, seconds = measure(options.neurons, options.synapses, options.noise, steps, options.target)
    if options.state_out:
        np.savetxt(options.state_out, end, fmt="%.17g", delimiter=",")
    print(json.dumps({
        "brian2": b2.__version__, "target": options.target, "neurons": options.neurons, "synapses": options.synapses,
        "noise": options.noise, "steps": steps, "ns_per_neuron_step": round(seconds * 1e9 / (steps * options.neurons), 3),
        "sum_y": end[:, 2].sum(), "sum_a": end[:, 1].sum()}))


if __name__ == "__main__":
    main()
