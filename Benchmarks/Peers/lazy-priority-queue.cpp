// HOLD with cancels over std::priority_queue. A cancelled event stays where it is and is dropped when it comes up:
// its generation is no longer the one that its id lives in.
#include <queue>
#include <utility>

#include "event.hpp"

namespace {

/// 0.3 of 2 to the 32nd.
constexpr std::uint64_t cancelBelow = 1288490189;

using Queue = std::priority_queue<Event<double>, std::vector<Event<double>>, Later>;

/// What cancelling needs beside a queue.
struct Cancelling {
    const Increments<double> increments;
    Queue queue;
    std::vector<std::uint32_t> generations;
    std::uint64_t insertion = 0;
    Checksum checksum;

    explicit Cancelling(const Assignment &assignment)
        : increments(assignment.data),
          queue(Later{}, reserved(assignment.pending)),
          generations(assignment.pending, 0) {
        for (; insertion < assignment.pending; ++insertion) queue.push({increments[insertion], insertion, insertion, 0});
    }

    /// The earliest event that was not cancelled.
    Event<double> pop() {
        Event<double> event = queue.top();
        queue.pop();
        while (event.load != generations[event.id]) {
            event = queue.top();
            queue.pop();
        }
        checksum.fold(event.time, event.id);
        return event;
    }

    void push(double now, std::uint64_t id, std::uint64_t generation) {
        queue.push({now + increments[insertion], insertion, id, generation});
        insertion += 1;
    }

    /// Whether the step that inserts next also cancels.
    std::uint64_t drawn() const { return drawing(increments[insertion], insertion); }

private:
    static std::vector<Event<double>> reserved(std::uint64_t pending) {
        std::vector<Event<double>> storage;
        // In the steady state three dead events wait for every ten live ones.
        storage.reserve(2 * pending + 1);
        return storage;
    }
};

/// Any pending event may be cancelled; an id keeps its generation until its event is.
struct Anywhere : Cancelling {
    using Cancelling::Cancelling;

    void step() {
        const Event<double> event = pop();
        const std::uint64_t chance = drawn();
        push(event.time, event.id, event.load);
        if ((chance & 0xFFFFFFFFu) < cancelBelow) {
            const std::uint64_t victim = ((chance >> 32) * generations.size()) >> 32;
            push(event.time, victim, ++generations[victim]);
        }
    }
};

/// The timeout set a thousand insertions ago is cancelled, if it is still to come; every insertion has a generation.
struct Timeouts : Cancelling {
    struct Remembered {
        std::uint64_t id;
        std::uint64_t generation;
    };
    static constexpr std::uint64_t remembered = 1024;
    static constexpr std::uint64_t lag = 1000;
    Remembered ring[remembered] = {};

    explicit Timeouts(const Assignment &assignment) : Cancelling(assignment) {
        for (std::uint64_t id = assignment.pending > remembered ? assignment.pending - remembered : 0;
             id < assignment.pending; ++id) {
            ring[id % remembered] = {id, 0};
        }
    }

    void step() {
        const Event<double> event = pop();
        const std::uint64_t chance = drawn();
        set(event.time, event.id);
        if ((chance & 0xFFFFFFFFu) < cancelBelow) {
            const Remembered timeout = ring[(insertion - lag) % remembered];
            if (generations[timeout.id] == timeout.generation) set(event.time, timeout.id);
        }
    }

private:
    void set(double now, std::uint64_t id) {
        const std::uint64_t generation = ++generations[id];
        ring[insertion % remembered] = {id, generation};
        push(now, id, generation);
    }
};

template <class Work>
void run(const Assignment &assignment) {
    Work work(assignment);
    for (std::uint64_t count = 0; count < assignment.warmup; ++count) work.step();
    const double start = nanosecondsNow();
    for (std::uint64_t count = 0; count < assignment.measured; ++count) work.step();
    report(nanosecondsNow() - start, assignment.measured, work.checksum);
}

}  // namespace

int main(int count, char **arguments) {
    const Assignment assignment = Assignment::read(count, arguments);
    if (assignment.workload == "hold-timeouts") {
        run<Timeouts>(assignment);
    } else if (assignment.workload == "hold-cancel") {
        run<Anywhere>(assignment);
    } else {
        assignment.refuse();
    }
}
