// The scenarios of the folder Scenarios, built into the program byte for byte.
#ifndef LONGAN_C_SCENARIOS_H
#define LONGAN_C_SCENARIOS_H

#include <stddef.h>

/// How many there are.
size_t builtInScenarioCount(void);

/// The name of one, without its ending.
const char *builtInScenarioName(size_t index);

/// Its bytes, and how many.
const unsigned char *builtInScenarioBytes(size_t index, size_t *count);

#endif
