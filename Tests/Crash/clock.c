// Preloaded into a process, sets the clock of the day wrong for it, from the beginning or from one look at it on.
//
//   CLOCK_SHIFT   seconds that are added
//   CLOCK_FROM    the number of the look from which they are; 1 where it is left out
#define _GNU_SOURCE
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

static atomic_long looks;

static long shift(void) {
  const char *shift = getenv("CLOCK_SHIFT"), *from = getenv("CLOCK_FROM");
  long number = atomic_fetch_add(&looks, 1) + 1;
  return shift && number >= (from ? atol(from) : 1) ? atol(shift) : 0;
}

int clock_gettime(clockid_t clock, struct timespec *result) {
  int status = (int)syscall(SYS_clock_gettime, clock, result);
  if (status == 0 && (clock == CLOCK_REALTIME || clock == CLOCK_REALTIME_COARSE)) result->tv_sec += shift();
  return status;
}

int gettimeofday(struct timeval *restrict result, void *restrict zone) {
  int status = (int)syscall(SYS_gettimeofday, result, zone);
  if (status == 0) result->tv_sec += shift();
  return status;
}

time_t time(time_t *result) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  if (result) *result = now.tv_sec;
  return now.tv_sec;
}
