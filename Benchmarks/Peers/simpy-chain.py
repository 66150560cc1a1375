"""The chain of `lib:one-oven` as SimPy's own manual would write it: one process a lot, one resource a kind of helper.

`simpy-chain.py PLOTS SUCCESS OVENS SEED`: a year to warm up and four years that count; so many plots, of which that share
flowers. Prints a line of JSON: tons picked, the mean wait for an oven in hours, and the share of the ovens' time that is
used. Books are kept as longan keeps them, in whole grams and satang, every posting from one account to another, and must
balance at the end.
"""

import calendar
import datetime
import json
import math
import random
import sys

import simpy

DAY = 1440
FIRST, LAST = datetime.date(2020, 1, 1), datetime.date(2024, 12, 31)
BEGINS = (datetime.date(2021, 1, 1) - FIRST).days
DAYS = (LAST - FIRST).days + 1
CHLORATE = 140_000
LOT = 2_000_000
SHARES = (0.28, 0.32, 0.25, 0.15)
SATANG = (2007, 1338, 585, 100)
FRESH_PER_DRIED = 3.3
SPEED_KM_H = 30.0


class Book:
    """Accounts and what moves between them; nothing appears and nothing is lost."""

    def __init__(self):
        self.balances = {}
        self.into = self.out_of = 0

    def post(self, amount, source, target):
        if amount < 0:
            raise ValueError(f"{amount} from {source} to {target}")
        balances = self.balances
        balances[source] = balances.get(source, 0) - amount
        balances[target] = balances.get(target, 0) + amount
        self.into += amount
        self.out_of += amount

    def check(self):
        if sum(self.balances.values()) != 0 or self.into != self.out_of:
            raise ValueError("the books do not balance")


class Chain:
    def __init__(self, env, plots, success, ovens, chance):
        self.env, self.chance, self.success = env, chance, success
        self.mass, self.money = Book(), Book()
        self.crews = simpy.Resource(env, capacity=100 * ovens)
        self.pickups = simpy.Resource(env, capacity=100 * ovens)
        self.bays = simpy.Resource(env, capacity=100 * ovens)
        self.trucks = simpy.Resource(env, capacity=100 * ovens)
        self.oven_count = ovens
        self.ovens = simpy.Resource(env, capacity=ovens)
        self.queued = self.worked = self.picked = self.used = 0
        self.stock = [0, 0, 0, 0]
        self.km = [chance.triangular(1, 15, 5) for _ in range(plots)]
        weights = [31, 28.25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        self.by_month = [[] for _ in weights]
        for plot, month in enumerate(chance.choices(range(12), weights, k=plots)):
            self.by_month[month].append(plot)
        env.process(self.months())
        env.process(self.days())

    def counts(self):
        return self.env.now >= BEGINS * DAY

    def months(self):
        """On the first of a month the plots whose month it is flower, or do not."""
        env, chance = self.env, self.chance
        for year in range(FIRST.year, LAST.year + 1):
            for month in range(12):
                length = calendar.monthrange(year, month + 1)[1]
                for plot in self.by_month[month]:
                    self.money.post(CHLORATE, ("farm", plot), "inputs")
                    if chance.random() < self.success:
                        env.process(self.lot(plot, int(chance.random() * length)))
                yield env.timeout(length * DAY)

    def lot(self, plot, day):
        """From the tree to the shelf."""
        env, mass, money = self.env, self.mass, self.money
        farm = ("farm", plot)
        grades = [int(LOT * share) for share in SHARES]
        grades[0] += LOT - sum(grades)
        yield env.timeout(day * DAY + 300)
        mass.post(LOT, "flowers", "on trees")
        yield env.timeout(60)
        with self.crews.request() as crew:
            yield crew
            yield env.timeout(570)
            mass.post(LOT, "on trees", "at farm")
            money.post(LOT // 1000 * 300, farm, "pickers")
        if self.counts():
            self.picked += 1
        pickup = self.pickups.request()
        yield pickup
        minutes = int(self.km[plot] / SPEED_KM_H * 60)
        mass.post(LOT, "at farm", "on road")
        yield env.timeout(minutes)
        env.process(self.way_back(self.pickups, pickup, minutes))
        mass.post(LOT, "on road", "yard")
        with self.bays.request() as bay:
            yield bay
            yield env.timeout(10)
        paid = 0
        for grade in range(4):
            paid += grades[grade] * SATANG[grade] // 1000
        money.post(paid, "station", farm)
        money.post(int(self.km[plot] * LOT / 1000), farm, "drivers")
        truck = self.trucks.request()
        yield truck
        mass.post(LOT, "yard", "on road")
        yield env.timeout(30)
        env.process(self.way_back(self.trucks, truck, 30))
        mass.post(LOT, "on road", "intake")
        money.post(paid, "dryer", "station")
        money.post(LOT // 1000 * 20, "station", "hauliers")
        with self.ovens.request() as oven:
            yield oven
            mass.post(LOT, "intake", "working")
            begun = env.now
            yield env.timeout(DAY)
            self.used += max(0, env.now - max(begun, BEGINS * DAY))
        if self.counts():
            self.worked += 1
        money.post(LOT // 1000 * 250, "dryer", "processing")
        kept = 0
        for grade in range(4):
            dried = int(grades[grade] / FRESH_PER_DRIED)
            self.stock[grade] += dried
            kept += dried
        mass.post(kept, "working", "stock")
        mass.post(LOT - kept, "working", "water")

    def way_back(self, vehicles, vehicle, minutes):
        yield self.env.timeout(minutes)
        vehicles.release(vehicle)

    def days(self):
        """At midnight the dryer sells what it has; at noon what waits is counted."""
        env = self.env
        for day in range(DAYS):
            for grade in range(4):
                sold = self.stock[grade] if day % 30 == 29 else self.stock[grade] // 30
                if sold:
                    self.stock[grade] -= sold
                    self.mass.post(sold, "stock", "export")
                    self.money.post(sold * SATANG[grade] * 4 // 1000, "market", "dryer")
            yield env.timeout(DAY // 2)
            if day >= BEGINS:
                self.queued += len(self.ovens.queue)
            yield env.timeout(DAY // 2)


def main():
    plots, success, ovens, seed = int(sys.argv[1]), float(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    env = simpy.Environment()
    chain = Chain(env, plots, success, ovens, random.Random(seed))
    env.run(until=DAYS * DAY)
    chain.mass.check()
    chain.money.check()
    minutes = (DAYS - BEGINS) * DAY * ovens
    print(
        json.dumps(
            {
                "picked_t": chain.picked * LOT / 1e6,
                "wait_hours": 24 * chain.queued / chain.worked if chain.worked else math.nan,
                "utilisation_share": chain.used / minutes,
            }
        )
    )


main()
