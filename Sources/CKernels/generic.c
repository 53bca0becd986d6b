#define TB_NAME generic
#define TB_WIDTH 4
#define TB_TARGET
#include "kernels.inc"
