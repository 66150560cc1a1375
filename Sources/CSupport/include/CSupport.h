// What Swift has no word for. Header-only: every function is inlined where it is used.
#ifndef LONGAN_C_SUPPORT_H
#define LONGAN_C_SUPPORT_H

#include "ElementaryTables.h"

#include <stddef.h>
#if defined(__linux__)
#include <sys/mman.h>
#endif

/// Asks for the cache line at an address that will soon be read.
static inline __attribute__((always_inline)) void prefetchForReading(const void *address) {
    __builtin_prefetch(address, 0, 3);
}

/// Asks for large pages under a large block of memory: fewer address translations miss. Only advice; may do nothing.
static inline void adviseLargePages(void *memory, size_t bytes) {
#if defined(__linux__) && defined(MADV_HUGEPAGE)
    (void)madvise(memory, bytes, MADV_HUGEPAGE);
#else
    (void)memory;
    (void)bytes;
#endif
}

#endif
