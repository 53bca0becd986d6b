#include <string.h>
#if defined(__linux__)
#include <sys/mman.h>
#endif

#include "CKernels.h"

#pragma STDC FP_CONTRACT OFF

size_t tb_count_nonzero_bytes(const uint8_t *bytes, size_t count) {
  size_t nonzero = 0;
  for (size_t i = 0; i < count;) {
    // Bytes count bytes, so that a register holds many counts.
    uint8_t counts[64] = {0};
    const size_t left = count - i, blocks = left / 64 < 255 ? left / 64 : 255;
    for (size_t block = 0; block < blocks; block++, i += 64)
      for (size_t j = 0; j < 64; j++) counts[j] += bytes[i + j] != 0;
    for (size_t j = 0; j < 64; j++) nonzero += counts[j];
    if (blocks == 0)
      for (; i < count; i++) nonzero += bytes[i] != 0;
  }
  return nonzero;
}

/// The bytes of a group that lie within the row, the first lowest.
static inline uint32_t quad_at(const uint8_t *row, size_t column, size_t width) {
  uint32_t quad = 0;
  if (column + TB_GROUP <= width) {
    // Compilers make one load of this.
    for (size_t i = 0; i < TB_GROUP; i++) quad |= (uint32_t)row[column + i] << (8 * i);
    return quad;
  }
  for (size_t i = 0; column + i < width; i++) quad |= (uint32_t)row[column + i] << (8 * i);
  return quad;
}

void tb_index_bytes(const uint8_t *bytes, size_t rows, size_t width, uint64_t *starts, uint16_t *steps,
                    uint64_t *groups, size_t group_words, uint64_t *quad_starts, uint32_t *quads) {
  size_t entry = 0, quad_entry = 0;
  for (size_t row = 0; row < rows; row++, bytes += width, groups += group_words) {
    starts[row] = entry;
    quad_starts[row] = quad_entry;
    size_t last = 0;
    for (size_t column = 0; column < width; column += TB_GROUP) {
      const uint32_t quad = quad_at(bytes, column, width);
      if (quad == 0) continue;
      quads[quad_entry++] = quad;
      groups[column / TB_GROUP / 64] |= (uint64_t)1 << (column / TB_GROUP % 64);
      while (column + TB_GROUP - 1 - last > 255) {
        const size_t step = column - last < 255 ? column - last : 255;
        steps[entry++] = (uint16_t)(step << 8);
        last += step;
      }
      for (size_t i = 0; i < TB_GROUP; i++) {
        const uint32_t byte = quad >> (8 * i) & 255;
        // Written in any case, and kept where it counts: a branch would be guessed wrong too often.
        steps[entry] = (uint16_t)((column + i - last) << 8 | byte);
        last = byte ? column + i : last;
        entry += byte != 0;
      }
    }
  }
  starts[rows] = entry;
  quad_starts[rows] = quad_entry;
}

void *tb_allocate_large(size_t bytes) {
  const size_t page = (size_t)2 << 20;
  if (bytes < page) return malloc(bytes > 0 ? bytes : 1);
  void *memory = 0;
  const size_t whole = (bytes + page - 1) / page * page;
  if (posix_memalign(&memory, page, whole) != 0) return 0;
#if defined(__linux__)
  madvise(memory, whole, MADV_HUGEPAGE);
#endif
  return memory;
}

void tb_convert_bytes(const uint8_t *bytes, size_t count, float scale, float *floats) {
  for (size_t i = 0; i < count; i++) floats[i] = (float)bytes[i] * scale;
}
