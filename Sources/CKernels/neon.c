#if defined(__aarch64__)
#define TB_NAME neon
#define TB_WIDTH 4
#define TB_TARGET
#include "kernels.inc"
#endif
