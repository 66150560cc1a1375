// Runs a battery of TestU01 on the 32-bit words of standard input: SmallCrush, Crush, or both with bits reversed.
// Pierre L'Ecuyer and Richard Simard, "TestU01: a C library for empirical testing of random number generators",
// ACM Transactions on Mathematical Software 33 (2007), doi:10.1145/1268776.1268777.
#include <testu01/bbattery.h>
#include <testu01/swrite.h>
#include <testu01/unif01.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static uint32_t words[16384];
static size_t position = 16384;
static int reversed = 0;

static unsigned int next(void) {
    if (position == 16384) {
        if (fread(words, sizeof words, 1, stdin) != 1) {
            fprintf(stderr, "battery: standard input ended\n");
            exit(1);
        }
        position = 0;
    }
    uint32_t word = words[position++];
    if (!reversed) return word;
    word = (word >> 1 & 0x55555555u) | (word & 0x55555555u) << 1;
    word = (word >> 2 & 0x33333333u) | (word & 0x33333333u) << 2;
    word = (word >> 4 & 0x0f0f0f0fu) | (word & 0x0f0f0f0fu) << 4;
    return __builtin_bswap32(word);
}

int main(int count, char **arguments) {
    if (count < 2) {
        fprintf(stderr, "usage: battery small|crush [reversed]\n");
        return 64;
    }
    reversed = count > 2 && strcmp(arguments[2], "reversed") == 0;
    swrite_Basic = FALSE;
    unif01_Gen *generator = unif01_CreateExternGenBits("Randomness", next);
    if (strcmp(arguments[1], "small") == 0) bbattery_SmallCrush(generator);
    else bbattery_Crush(generator);
    unif01_DeleteExternGenBits(generator);

    // One p-value beyond 1e-6 is a failure; by chance it happens once in some ten thousand batteries of Crush.
    int failures = 0;
    for (int test = 0; test < bbattery_NTests; test++) {
        double p = bbattery_pVal[test];
        if (p < 1e-6 || p > 1 - 1e-6) failures++;
    }
    printf("battery: %d statistics, %d failures\n", bbattery_NTests, failures);
    return failures == 0 ? 0 : 1;
}
