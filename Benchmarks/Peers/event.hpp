// The event of every C++ contender, and its order.
#ifndef LONGAN_BENCH_EVENT_HPP
#define LONGAN_BENCH_EVENT_HPP

#include <type_traits>

#include "contender.hpp"

/// 32 bytes: when, the order of insertion that makes ties first in, first out, and 16 bytes that travel along.
template <class Time>
struct Event {
    Time time;
    std::uint64_t insertion;
    std::uint64_t id;
    std::uint64_t load;
};

static_assert(sizeof(Event<double>) == 32 && std::is_trivially_copyable_v<Event<double>>);
static_assert(sizeof(Event<std::int64_t>) == 32);

/// Earlier time first; among equal times, first in, first out.
///
/// `PACKED_COMPARISON` builds another way: the bits of a time that is not negative rise with it, so that time and
/// insertion make one 128-bit number, which compares without a branch.
struct Later {
    template <class Time>
    bool operator()(const Event<Time> &a, const Event<Time> &b) const {
#ifdef PACKED_COMPARISON
        return key(a) > key(b);
#else
        return a.time > b.time || (a.time == b.time && a.insertion > b.insertion);
#endif
    }

private:
    __extension__ typedef unsigned __int128 Key;

    template <class Time>
    static Key key(const Event<Time> &event) {
        return Key(bitsOf(event.time)) << 64 | event.insertion;
    }
};

#endif
