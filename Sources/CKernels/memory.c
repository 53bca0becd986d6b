#include "CKernels.h"

#if defined(__linux__)
#include <sys/mman.h>
#endif

void tb_prefer_huge_pages(void *start, size_t bytes) {
#if defined(__linux__)
  madvise(start, bytes, MADV_HUGEPAGE);
#else
  (void)start, (void)bytes;
#endif
}
