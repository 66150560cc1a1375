// What Swift has no word for. Header-only: every function is inlined where it is used.
#ifndef LONGAN_C_SUPPORT_H
#define LONGAN_C_SUPPORT_H

#include "ElementaryTables.h"

#include <stddef.h>
#if defined(__linux__)
#include <sys/mman.h>
#endif
#if defined(__GLIBC__)
#include <malloc.h>
#endif

/// Asks for the cache line at an address that will soon be read.
static inline __attribute__((always_inline)) void prefetchForReading(const void *address) {
    __builtin_prefetch(address, 0, 3);
}

/// Keeps memory that is given back for whoever asks next, where the C library can: a simulated year then works in the pages
/// of the year before, which the system need not find and clear anew.
static inline void keepFreedMemory(void) {
#if defined(__GLIBC__)
    (void)mallopt(M_MMAP_THRESHOLD, 1 << 30);
    (void)mallopt(M_TRIM_THRESHOLD, 1 << 30);
#endif
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
