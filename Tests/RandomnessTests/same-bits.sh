#!/bin/sh
# The pinned bits of the elementary functions and distributions, with the processor's newer instructions hidden from
# the C library, and a look that no fused multiply-add was compiled in. For .ci/full; needs x86-64 and objdump.
set -eu
trap 'rm -f /tmp/same-bits.$$' EXIT
cd "$(dirname "$0")/../.."
swift build --build-tests >/dev/null
for hidden in '' '-FMA,-FMA4' '-FMA,-FMA4,-AVX2,-AVX2_Usable,-AVX512F' '-AVX,-AVX2,-FMA,-FMA4,-ERMS,-SSE4_2'; do
  echo "== without: ${hidden:-nothing}"
  # Without a tunable the variable is left empty, which the loader ignores.
  GLIBC_TUNABLES=${hidden:+glibc.cpu.hwcaps=$hidden} swift test --skip-build --filter 'gives the same bits' >/tmp/same-bits.$$ 2>&1 ||
    { cat /tmp/same-bits.$$; exit 1; }
  grep 'Test run with 2 tests' /tmp/same-bits.$$
done
objects=$(find "$(swift build --show-bin-path)/Randomness.build" -name '*.o')
count=$(objdump --disassemble $objects | grep -c -E 'vf(n)?m(add|sub)' || true)
echo "fused multiply-adds: $count"
[ "$count" -eq 0 ]
