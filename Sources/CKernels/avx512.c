#if defined(__x86_64__)
#define TB_NAME avx512
#define TB_WIDTH 16
#define TB_TARGET                                                                                            \
  __attribute__((target("avx512f,avx512vl,avx512dq,avx512bw,avx2,fma,bmi,bmi2,lzcnt,popcnt"),min_vector_width(512)))
#include "kernels.inc"
#endif
