#include "CKernels.h"

// Salmon, Moraes, Dror, Shaw: "Parallel random numbers: as easy as 1, 2, 3" (SC 2011).

void tb_philox(const uint32_t counter[4], const uint32_t key[2], uint32_t output[4]) {
  uint32_t x0 = counter[0], x1 = counter[1], x2 = counter[2], x3 = counter[3];
  uint32_t k0 = key[0], k1 = key[1];
  for (int round = 0; round < 10; round++) {
    const uint64_t p0 = (uint64_t)0xD2511F53u * x0;
    const uint64_t p1 = (uint64_t)0xCD9E8D57u * x2;
    x0 = (uint32_t)(p1 >> 32) ^ x1 ^ k0;
    x1 = (uint32_t)p1;
    x2 = (uint32_t)(p0 >> 32) ^ x3 ^ k1;
    x3 = (uint32_t)p0;
    k0 += 0x9E3779B9u;
    k1 += 0xBB67AE85u;
  }
  output[0] = x0;
  output[1] = x1;
  output[2] = x2;
  output[3] = x3;
}

void tb_philox_fill(uint64_t key, uint32_t tag, uint32_t epoch, uint64_t first, size_t blocks,
                    uint32_t *output) {
  const uint32_t keys[2] = {(uint32_t)key, (uint32_t)(key >> 32)};
  for (size_t i = 0; i < blocks; i++) {
    const uint64_t block = first + i;
    const uint32_t counter[4] = {(uint32_t)block, (uint32_t)(block >> 32), epoch, tag};
    tb_philox(counter, keys, output + 4 * i);
  }
}
