#include "CKernels.h"

extern const tb_kernels tb_generic;
#if defined(__x86_64__)
extern const tb_kernels tb_avx2;
extern const tb_kernels tb_avx512;
#elif defined(__aarch64__)
extern const tb_kernels tb_neon;
#endif

const tb_kernels *tb_kernels_for(int isa) {
  switch (isa) {
  case TB_GENERIC:
    return &tb_generic;
#if defined(__x86_64__)
  case TB_AVX2:
    return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? &tb_avx2 : NULL;
  case TB_AVX512:
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
                   __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512bw")
               ? &tb_avx512
               : NULL;
#elif defined(__aarch64__)
  case TB_NEON:
    return &tb_neon;
#endif
  default:
    return NULL;
  }
}
