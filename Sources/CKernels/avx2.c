#if defined(__x86_64__)
#define TB_NAME avx2
#define TB_WIDTH 8
#define TB_TARGET __attribute__((target("avx2,fma,bmi,bmi2,lzcnt,popcnt")))
#include "kernels.inc"
#endif
