// Counts what a test asks of the heap.
//
// Linking this target replaces malloc and its kin in the whole test executable by functions that count and then call
// the C library's own.
#ifndef ALLOCATION_COUNTING_H
#define ALLOCATION_COUNTING_H

#include <stdbool.h>

/// Whether this build counts: not under a sanitizer, which replaces the same functions, and only with glibc.
bool allocationsAreCounted(void);

/// How many blocks this thread has asked of the heap so far; 0 when nothing is counted.
long allocationsOfThisThread(void);

#endif
