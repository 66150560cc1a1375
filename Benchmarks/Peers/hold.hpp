// HOLD (Vaucher and Duval 1975) over any queue with top, pop and push: pop the earliest, push it back later.
#ifndef LONGAN_BENCH_HOLD_HPP
#define LONGAN_BENCH_HOLD_HPP

#include "event.hpp"

/// Fills `queue`, which has room reserved, and holds: first `warmup` times untimed, then `measured` times.
template <class Time, class Queue>
void hold(Queue &queue, const Assignment &assignment) {
    const Increments<Time> increments(assignment.data);
    std::uint64_t insertion = 0;
    for (; insertion < assignment.pending; ++insertion) {
        queue.push({increments[insertion], insertion, insertion, ~insertion});
    }

    Checksum checksum;
    const auto run = [&](std::uint64_t steps) {
        for (std::uint64_t step = 0; step < steps; ++step) {
            Event<Time> event = queue.top();
            queue.pop();
            checksum.fold(event.time, event.id);
            event.time += increments[insertion];
            event.insertion = insertion++;
            queue.push(event);
        }
    };
    run(assignment.warmup);
    const double start = nanosecondsNow();
    run(assignment.measured);
    report(nanosecondsNow() - start, assignment.measured, checksum);
}

/// Runs the HOLD workload that was asked for over `Queue(pending).heap`.
template <template <class> class Queue>
void runHold(const Assignment &assignment) {
    if (assignment.workload == "hold-exponential") {
        Queue<double> queue(assignment.pending);
        hold<double>(queue.heap, assignment);
    } else if (assignment.workload == "hold-ticks") {
        Queue<std::int64_t> queue(assignment.pending);
        hold<std::int64_t>(queue.heap, assignment);
    } else {
        assignment.refuse();
    }
}

#endif
