// libFuzzer brings `main`, which calls this function for each input.
#include <stddef.h>
#include <stdint.h>

void tunebook_fuzz_input(const uint8_t *bytes, ptrdiff_t count);

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t count) {
  tunebook_fuzz_input(bytes, (ptrdiff_t)count);
  return 0;
}
