"""M/M/1 and PHOLD as SimPy's own manual would write them: one process a customer, one process a message.

`simpy-engine.py WORKLOAD PENDING WARMUP MEASURED DATA`; the contract is in Benchmarks/README.md. Times and ids are
kept while the clock runs and folded into the checksum afterwards: folding costs Python as much as an event does.
"""

import array
import struct
import sys
import time

import simpy

TABLE = 65536
MASK = (1 << 64) - 1


def checksum(times, ids):
    state = 0xCBF29CE484222325
    for bits, identity in zip(struct.unpack(f"<{len(times)}Q", struct.pack(f"<{len(times)}d", *times)), ids):
        mixed = state ^ ((bits + identity * 0x9E3779B97F4A7C15) & MASK)
        state = (((mixed << 23) | (mixed >> 41)) & MASK) * 0xD6E8FEB86659FD93 & MASK
    return state


def drawing(bits, insertion):
    z = (bits + insertion * 0x9E3779B97F4A7C15) & MASK
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9 & MASK
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB & MASK
    return z ^ (z >> 31)


class SingleServer:
    def __init__(self, env, increments, saw):
        self.env, self.increments, self.saw = env, increments, saw
        self.server = simpy.Resource(env, capacity=1)
        self.services = TABLE // 2
        self.waits, self.sum, self.sum_of_squares, self.longest = 0, 0.0, 0.0, 0.0
        env.process(self.arrivals())

    def arrivals(self):
        env, increments, saw = self.env, self.increments, self.saw
        for index in range(1 << 62):
            yield env.timeout(increments[index % TABLE])
            saw(env.now, 0)
            env.process(self.customer())

    def customer(self):
        env = self.env
        arrival = env.now
        with self.server.request() as request:
            yield request
            wait = env.now - arrival
            self.waits += 1
            self.sum += wait
            self.sum_of_squares += wait * wait
            if wait > self.longest:
                self.longest = wait
            service = 0.9 * self.increments[self.services % TABLE]
            self.services += 1
            yield env.timeout(service)
            self.saw(env.now, 1)


class ParallelHold:
    def __init__(self, env, increments, saw, pending):
        self.env, self.increments, self.saw = env, increments, saw
        self.bits = struct.unpack(f"<{TABLE}Q", struct.pack(f"<{TABLE}d", *increments))
        self.visits, self.last_visit = [0] * pending, [0.0] * pending
        self.insertion = pending
        for place in range(pending):
            env.process(self.message(place))

    def message(self, place):
        env, increments, bits, saw = self.env, self.increments, self.bits, self.saw
        visits, last_visit, pending = self.visits, self.last_visit, len(self.visits)
        increment = increments[place % TABLE]
        while True:
            yield env.timeout(increment)
            saw(env.now, place)
            visits[place] += 1
            last_visit[place] = env.now
            insertion = self.insertion
            self.insertion = insertion + 1
            increment = increments[insertion % TABLE]
            place = ((drawing(bits[insertion % TABLE], insertion) >> 32) * pending) >> 32


def main(workload, pending, warmup, measured, data):
    increments = array.array("d")
    with open(data, "rb") as file:
        increments.fromfile(file, TABLE)
    if sys.byteorder == "big":
        increments.byteswap()
    increments = increments.tolist()

    env = simpy.Environment()
    times, ids = [], []
    keep_time, keep_id = times.append, ids.append

    def saw(now, identity):
        keep_time(now)
        keep_id(identity)

    if workload == "mm1":
        SingleServer(env, increments, saw)
    elif workload == "phold":
        ParallelHold(env, increments, saw, pending)
    else:
        sys.exit(f"this contender does not run the workload {workload}")

    step = env.step
    while len(times) < warmup:
        step()
    start = time.perf_counter_ns()
    while len(times) < warmup + measured:
        step()
    spent = time.perf_counter_ns() - start
    print(f"{spent / max(measured, 1):.4f} {checksum(times, ids):016x}")


if __name__ == "__main__":
    if len(sys.argv) != 6:
        sys.exit("usage: simpy-engine.py WORKLOAD PENDING WARMUP MEASURED DATA")
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), sys.argv[5])
