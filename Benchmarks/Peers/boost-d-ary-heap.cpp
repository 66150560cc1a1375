// HOLD over Boost's d-ary heap of arity 4, with room for every event from the start.
#include <boost/heap/d_ary_heap.hpp>

#include "hold.hpp"

template <class Time>
struct QuaternaryQueue {
    boost::heap::d_ary_heap<Event<Time>, boost::heap::arity<4>, boost::heap::compare<Later>> heap;

    explicit QuaternaryQueue(std::uint64_t pending) { heap.reserve(pending + 1); }
};

int main(int count, char **arguments) { runHold<QuaternaryQueue>(Assignment::read(count, arguments)); }
