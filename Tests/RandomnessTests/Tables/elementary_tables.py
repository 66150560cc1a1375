#!/usr/bin/env python3
"""Computes the tables of Sources/CSupport/include/ElementaryTables.h and the polynomials of Randomness.Elementary.

elementary_tables.py header       the header, on standard output (minutes: it searches)
elementary_tables.py polynomials  the coefficients in the Swift sources, with their errors

Needs mpmath, and gmpy2 to be quick; uses nothing else.
"""

import struct
import sys

import mpmath as mp

mp.mp.prec = 200

# The logarithm's argument is 2^k z, with z from the number of this pattern to twice it, cut by seven bits of its
# pattern, less this, into 128 intervals: two below 1 and one above it have 1 for their centre.
LOGARITHM_OFFSET = 0x3FE6000000000000
# The same for the power; here one interval has 1 in it.
PRECISE_OFFSET = 0x3FE5F00000000000


def pattern(x):
    return struct.unpack("<Q", struct.pack("<d", x))[0]


def interval(index, offset):
    ends = (struct.pack("<Q", offset + (i << 45)) for i in (index, index + 1))
    return [struct.unpack("<d", end)[0] for end in ends]


def logarithm_row(index):
    """Near the middle of the interval, a double c with log(c) nearly a multiple of 2^-42 and 1/c nearly a double."""
    low, high = interval(index, LOGARITHM_OFFSET)
    # What is nearly 1 loses nothing.
    if 1 - 2**-7 <= low < 1 + 2**-7:
        return 1.0, 0.0, 1.0
    middle = int(mp.nint(mp.log((low + high) / 2) * 2**42))
    step = 0
    while True:
        for multiple in (middle + step, middle - step):
            logarithm = mp.mpf(multiple) / 2**42
            exact = mp.exp(logarithm)
            centre = float(exact)
            if abs(centre / exact - 1) < mp.mpf(2) ** -63:
                reciprocal = float(1 / mp.mpf(centre))
                if abs(reciprocal * mp.mpf(centre) - 1) < mp.mpf(2) ** -57:
                    return reciprocal, float(logarithm), centre
        step += 1


def precise_logarithm_row(index):
    """A reciprocal of ten bits, and minus its logarithm in two parts, the first a multiple of 2^-42."""
    low, high = interval(index, PRECISE_OFFSET)
    reciprocal = 1.0 if low < 1 < high else float(mp.nint(2 / (mp.mpf(low) + high) * 2**9) / 2**9)
    logarithm = -mp.log(mp.mpf(reciprocal))
    upper = mp.nint(logarithm * 2**42) / 2**42
    return reciprocal, float(upper), float(logarithm - upper)


def exponential_row(index):
    """The bits of 2^(index/128) less index * 2^45, and the relative error of those bits."""
    exact = mp.mpf(2) ** (mp.mpf(index) / 128)
    return pattern(float(exact)) - (index << 45), float(exact / float(exact) - 1)


def quadrature_rows(count=32):
    """Nodes and weights of Gauss-Legendre quadrature on [0, 1]."""
    rows = []
    for index in range(count):
        x = mp.cos(mp.pi * (index + mp.mpf("0.75")) / (count + mp.mpf("0.5")))
        for _ in range(8):
            # Bonnet's recurrence, and Newton's step.
            before, value = mp.mpf(1), x
            for n in range(2, count + 1):
                before, value = value, ((2 * n - 1) * x * value - (n - 1) * before) / n
            slope = count * (x * value - before) / (x * x - 1)
            x -= value / slope
        rows.append((float((1 + x) / 2), float(1 / ((1 - x * x) * slope * slope))))
    return sorted(rows)


def header():
    print(
        """// Tables of the elementary functions of Randomness, by Tests/RandomnessTests/Tables/elementary_tables.py.
// In C because a constant table in Swift is reached through a run-time check of whether it has been initialised.
#ifndef LONGAN_ELEMENTARY_TABLES_H
#define LONGAN_ELEMENTARY_TABLES_H

#include <stdint.h>

/// A double near the centre of an interval of [0.6875, 1.375), its reciprocal and its logarithm.
struct LogarithmRow {
    double reciprocal, logarithm, centre;
};

/// A short reciprocal of the centre of an interval of [0.6855, 1.371), and minus its logarithm in two parts.
struct PreciseLogarithmRow {
    double reciprocal, upper, lower;
};

/// The bits of 2^(i/128) less i * 2^45, and what is missing from them, relative to them.
struct ExponentialRow {
    uint64_t bits;
    double missing;
};

/// A node and a weight of Gauss-Legendre quadrature on [0, 1].
struct QuadratureRow {
    double node, weight;
};
"""
    )
    tables = [
        ("logarithm", "LogarithmRow", logarithm_row, lambda v: ", ".join(x.hex() for x in v)),
        ("preciseLogarithm", "PreciseLogarithmRow", precise_logarithm_row, lambda v: ", ".join(x.hex() for x in v)),
        ("exponential", "ExponentialRow", exponential_row, lambda v: f"0x{v[0]:016x}, {v[1].hex()}"),
    ]
    nodes = quadrature_rows()
    tables.append(("quadrature", "QuadratureRow", lambda i: nodes[i], lambda v: ", ".join(x.hex() for x in v)))
    for name, kind, row, text in tables:
        rows = 32 if name == "quadrature" else 128
        print(f"static const struct {kind} {name}Table[{rows}] = {{")
        for index in range(rows):
            print(f"    {{{text(row(index))}}},")
        print("};\n")
    for name, kind, _, _ in tables:
        rows = 32 if name == "quadrature" else 128
        print(f"/// Row `index` modulo {rows}.")
        print(f"static inline __attribute__((always_inline)) struct {kind} {name}Row(uint64_t index) {{")
        print(f"    return {name}Table[index & {rows - 1}];")
        print("}\n")
    print("#endif")


def show(name, function, terms, low, high):
    coefficients, error = mp.chebyfit(function, [low, high], terms, error=True)
    print(name, *(float(c).hex() for c in reversed(coefficients)), "error", mp.nstr(error, 3))


def polynomials():
    def log_rest(r):
        """(log(1 + r) - r + r^2/2) / r^3"""
        if abs(r) < mp.mpf(2) ** -20:
            return sum((-1) ** k * r**k / (k + 3) for k in range(8))
        return (mp.log1p(r) - r + r * r / 2) / r**3

    def exp_rest(r):
        """(exp(r) - 1 - r) / r^2"""
        if abs(r) < mp.mpf(2) ** -20:
            return sum(r**k / mp.factorial(k + 2) for k in range(8))
        return (mp.expm1(r) - r) / r**2

    def expm1_rest(x):
        """(exp(x) - 1 - x - x^2/2) / x^3"""
        if abs(x) < mp.mpf(2) ** -15:
            return sum(x**k / mp.factorial(k + 3) for k in range(12))
        return (mp.expm1(x) - x - x * x / 2) / x**3

    def sine_rest(t):
        """(sin(2 pi x) / x - 2 pi) / t, with t = x^2"""
        if t < mp.mpf(2) ** -24:
            return sum((-1) ** (k + 1) * (2 * mp.pi) ** (2 * k + 3) * t**k / mp.factorial(2 * k + 3) for k in range(8))
        x = mp.sqrt(t)
        return (mp.sin(2 * mp.pi * x) / x - 2 * mp.pi) / t

    def cosine_rest(t):
        """(cos(2 pi x) - 1 + 2 pi^2 t) / t^2, with t = x^2"""
        if t < mp.mpf(2) ** -24:
            return sum((-1) ** k * (2 * mp.pi) ** (2 * k + 4) * t**k / mp.factorial(2 * k + 4) for k in range(8))
        return (mp.cos(2 * mp.pi * mp.sqrt(t)) - 1 + 2 * mp.pi**2 * t) / t**2

    def normal_middle(t):
        """(Phi(z) - 1/2) / z, with t = z^2"""
        if t < mp.mpf(2) ** -30:
            return (1 - t / 6 + t * t / 40) / mp.sqrt(2 * mp.pi)
        return mp.erf(mp.sqrt(t / 2)) / 2 / mp.sqrt(t)

    def normal_tail(t):
        """(z + 1) exp(z^2/2) (1 - Phi(z)), with t = (z - 5) / (z + 5)"""
        if t > 1 - mp.mpf(10) ** -12:
            return 1 / mp.sqrt(2 * mp.pi)
        z = 5 * (1 + t) / (1 - t)
        if z < 100:
            return (z + 1) * mp.erfc(z / mp.sqrt(2)) / 2 * mp.exp(z * z / 2)
        return (z + 1) * (1 - z**-2 + 3 * z**-4 - 15 * z**-6 + 105 * z**-8) / z / mp.sqrt(2 * mp.pi)

    show("expm1: ", expm1_rest, 9, -mp.mpf("0.2501"), mp.mpf("0.2501"))
    show("sin: ", sine_rest, 7, mp.mpf(0), mp.mpf(1) / 64)
    show("cos: ", cosine_rest, 6, mp.mpf(0), mp.mpf(1) / 64)
    show("normal, middle: ", normal_middle, 10, mp.mpf(0), mp.mpf("0.41"))
    show("normal, tail: ", normal_tail, 22, (mp.mpf("0.6") - 5) / (mp.mpf("0.6") + 5), mp.mpf(1))
    edge = mp.mpf(2) ** -7
    show("log: ", log_rest, 5, -edge, edge)
    edge = mp.mpf("0.0055")
    show("pow: ", log_rest, 6, -edge, edge)
    edge = mp.log(2) / 256 * 1.001
    show("exp: ", exp_rest, 4, -edge, edge)


if __name__ == "__main__":
    {"header": header, "polynomials": polynomials}[sys.argv[1]]()
