// What every C++ contender shares: the command line, the table of increments, the clock and the checksum.
// The contract is in Benchmarks/README.md.
#ifndef LONGAN_BENCH_CONTENDER_HPP
#define LONGAN_BENCH_CONTENDER_HPP

#include <time.h>

#include <cinttypes>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

inline constexpr std::size_t tableSize = 65536;

/// What was asked for: `contender WORKLOAD PENDING WARMUP MEASURED DATA`.
struct Assignment {
    std::string workload;
    std::uint64_t pending;
    std::uint64_t warmup;
    std::uint64_t measured;
    std::string data;

    static Assignment read(int count, char **arguments) {
        if (count != 6) {
            std::fprintf(stderr, "usage: %s WORKLOAD PENDING WARMUP MEASURED DATA\n", arguments[0]);
            std::exit(2);
        }
        return {arguments[1], number(arguments[2]), number(arguments[3]), number(arguments[4]), arguments[5]};
    }

    static std::uint64_t number(const char *text) {
        char *end = nullptr;
        const std::uint64_t value = std::strtoull(text, &end, 10);
        if (end == text || *end != 0) {
            std::fprintf(stderr, "not a count: %s\n", text);
            std::exit(2);
        }
        return value;
    }

    [[noreturn]] void refuse() const {
        std::fprintf(stderr, "this contender does not run the workload %s\n", workload.c_str());
        std::exit(2);
    }
};

/// The 65,536 increments that the harness wrote, taken one after the other and round again.
template <class Time>
class Increments {
public:
    explicit Increments(const std::string &path) : table(tableSize) {
        static_assert(sizeof(Time) == 8);
        std::FILE *file = std::fopen(path.c_str(), "rb");
        if (!file || std::fread(table.data(), sizeof(Time), tableSize, file) != tableSize) {
            std::fprintf(stderr, "cannot read 65,536 increments from %s\n", path.c_str());
            std::exit(2);
        }
        std::fclose(file);
    }

    Time operator[](std::uint64_t index) const { return table[index & (tableSize - 1)]; }

private:
    std::vector<Time> table;
};

template <class Time>
inline std::uint64_t bitsOf(Time value) {
    std::uint64_t bits;
    std::memcpy(&bits, &value, sizeof bits);
    return bits;
}

/// Folds every popped (time, id), in order, into 64 bits.
struct Checksum {
    std::uint64_t state = 0xCBF29CE484222325u;

    template <class Time>
    void fold(Time time, std::uint64_t id) {
        const std::uint64_t mixed = state ^ (bitsOf(time) + id * 0x9E3779B97F4A7C15u);
        state = ((mixed << 23) | (mixed >> 41)) * 0xD6E8FEB86659FD93u;
    }
};

/// The drawing of an insertion: the bits of its table entry and its number, through the finaliser of SplitMix64.
template <class Time>
inline std::uint64_t drawing(Time entry, std::uint64_t insertion) {
    std::uint64_t z = bitsOf(entry) + insertion * 0x9E3779B97F4A7C15u;
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

inline double nanosecondsNow() {
    timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return static_cast<double>(now.tv_sec) * 1e9 + static_cast<double>(now.tv_nsec);
}

inline void report(double nanoseconds, std::uint64_t operations, const Checksum &checksum) {
    const double each = operations == 0 ? 0 : nanoseconds / static_cast<double>(operations);
    std::printf("%.4f %016" PRIx64 "\n", each, checksum.state);
}

#endif
