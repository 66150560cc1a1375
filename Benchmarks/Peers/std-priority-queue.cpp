// HOLD over std::priority_queue, with room for every event from the start.
#include <queue>
#include <utility>

#include "hold.hpp"

template <class Time>
struct StandardQueue {
    std::priority_queue<Event<Time>, std::vector<Event<Time>>, Later> heap;

    explicit StandardQueue(std::uint64_t pending) : heap(Later{}, reserved(pending)) {}

private:
    static std::vector<Event<Time>> reserved(std::uint64_t pending) {
        std::vector<Event<Time>> storage;
        storage.reserve(pending + 1);
        return storage;
    }
};

int main(int count, char **arguments) { runHold<StandardQueue>(Assignment::read(count, arguments)); }
