// Two models as one would write them for one purpose only: a loop over std::priority_queue, and nothing else.
#include <queue>
#include <utility>

#include "event.hpp"

namespace {

using Calendar = std::priority_queue<Event<double>, std::vector<Event<double>>, Later>;

Calendar calendar(std::uint64_t room) {
    std::vector<Event<double>> storage;
    storage.reserve(room);
    return Calendar(Later{}, std::move(storage));
}

template <class Step>
void timed(const Assignment &assignment, Step step, const Checksum &checksum) {
    for (std::uint64_t count = 0; count < assignment.warmup; ++count) step();
    const double start = nanosecondsNow();
    for (std::uint64_t count = 0; count < assignment.measured; ++count) step();
    report(nanosecondsNow() - start, assignment.measured, checksum);
}

/// The arrival times of those who wait, first in, first out: a ring that doubles when it is full.
class Line {
public:
    Line() : ring(1024) {}

    bool empty() const { return head == tail; }

    std::uint64_t count() const { return tail - head; }

    void join(double arrival) {
        if (count() == ring.size()) grow();
        ring[tail++ & (ring.size() - 1)] = arrival;
    }

    double leave() { return ring[head++ & (ring.size() - 1)]; }

private:
    std::vector<double> ring;
    std::uint64_t head = 0;
    std::uint64_t tail = 0;

    void grow() {
        std::vector<double> larger(ring.size() * 2);
        for (std::uint64_t index = head; index < tail; ++index) {
            larger[index & (larger.size() - 1)] = ring[index & (ring.size() - 1)];
        }
        ring = std::move(larger);
    }
};

/// How long customers waited: their number, sum, sum of squares and longest.
struct Waits {
    std::uint64_t count = 0;
    double sum = 0;
    double sumOfSquares = 0;
    double longest = 0;

    void add(double wait) {
        count += 1;
        sum += wait;
        sumOfSquares += wait * wait;
        if (wait > longest) longest = wait;
    }
};

/// One server, utilisation 0.9: times between arrivals are table entries, service times 0.9 of table entries.
void singleServer(const Assignment &assignment) {
    enum Kind : std::uint64_t { arrival = 0, departure = 1 };
    const Increments<double> increments(assignment.data);
    Calendar calendar = ::calendar(16);
    Checksum checksum;
    Line line;
    Waits waits;
    bool busy = false;
    std::uint64_t insertion = 0;
    std::uint64_t arrivals = 0;
    std::uint64_t services = tableSize / 2;

    calendar.push({increments[arrivals++], insertion++, arrival, 0});
    timed(
        assignment,
        [&] {
            const Event<double> event = calendar.top();
            calendar.pop();
            const double now = event.time;
            checksum.fold(now, event.id);
            if (event.id == arrival) {
                calendar.push({now + increments[arrivals++], insertion++, arrival, 0});
                if (busy) {
                    line.join(now);
                    return;
                }
                busy = true;
                waits.add(0);
            } else if (line.empty()) {
                busy = false;
                return;
            } else {
                waits.add(now - line.leave());
            }
            calendar.push({now + 0.9 * increments[services++], insertion++, departure, 0});
        },
        checksum);
    std::fprintf(stderr, "waits %" PRIu64 " mean %.6f longest %.6f\n", waits.count,
                 waits.sum / static_cast<double>(waits.count), waits.longest);
}

/// PHOLD (Fujimoto 1990): an event at a place sends one on to a random place, an exponential time later.
void parallelHold(const Assignment &assignment) {
    struct Place {
        std::uint64_t visits = 0;
        double lastVisit = 0;
    };
    const Increments<double> increments(assignment.data);
    const std::uint64_t pending = assignment.pending;
    Calendar calendar = ::calendar(pending + 1);
    Checksum checksum;
    std::vector<Place> places(pending);
    std::uint64_t insertion = 0;

    for (; insertion < pending; ++insertion) calendar.push({increments[insertion], insertion, insertion, ~insertion});
    timed(
        assignment,
        [&] {
            Event<double> event = calendar.top();
            calendar.pop();
            checksum.fold(event.time, event.id);
            Place &place = places[event.id];
            place.visits += 1;
            place.lastVisit = event.time;
            const double increment = increments[insertion];
            event.id = ((drawing(increment, insertion) >> 32) * pending) >> 32;
            event.time += increment;
            event.insertion = insertion++;
            calendar.push(event);
        },
        checksum);
    std::fprintf(stderr, "first place %" PRIu64 " visits, last at %.6f\n", places[0].visits, places[0].lastVisit);
}

}  // namespace

int main(int count, char **arguments) {
    const Assignment assignment = Assignment::read(count, arguments);
    if (assignment.workload == "mm1") {
        singleServer(assignment);
    } else if (assignment.workload == "phold") {
        parallelHold(assignment);
    } else {
        assignment.refuse();
    }
}
