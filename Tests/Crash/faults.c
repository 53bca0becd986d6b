// Preloaded into a process, makes one of its calls that change the disk go wrong: it fails, as on a disk that is full
// or broken, or the process is killed in front of it.
//
//   FAULT_AT      the number of the call, counted from 1
//   FAULT_HOW     ENOSPC, EIO, EACCES: the call fails; KILL: the process dies in its place
//   FAULT_LASTS   where it is set, all such calls behind it fail as well
//   FAULT_LOG     a file that receives a line for the call, where it was reached
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static atomic_long calls;

static void note(const char *call, const char *path) {
  const char *log = getenv("FAULT_LOG");
  if (!log) return;
  char line[512];
  int length = snprintf(line, sizeof line, "%s %s\n", call, path);
  if (length >= (int)sizeof line) length = sizeof line - 1;
  long descriptor = syscall(SYS_openat, AT_FDCWD, log, O_WRONLY | O_CREAT | O_APPEND, 0600);
  syscall(SYS_write, descriptor, line, length);
  syscall(SYS_close, descriptor);
}

// Whether this call is to fail; `errno` is set then.
static int fails(const char *call, const char *path) {
  const char *at = getenv("FAULT_AT"), *how = getenv("FAULT_HOW");
  if (!at || !how) return 0;
  long number = atomic_fetch_add(&calls, 1) + 1, place = atol(at);
  if (number < place || (number > place && !getenv("FAULT_LASTS"))) return 0;
  if (number == place) note(call, path);
  if (strcmp(how, "KILL") == 0) kill(getpid(), SIGKILL);
  errno = strcmp(how, "EIO") == 0 ? EIO : strcmp(how, "EACCES") == 0 ? EACCES : ENOSPC;
  return 1;
}

// Pipes, terminals and sockets are no disk.
static int fails_at_file(const char *call, int descriptor) {
  struct stat status;
  char link[64], path[400] = "";
  if (fstat(descriptor, &status) != 0 || !(S_ISREG(status.st_mode) || S_ISDIR(status.st_mode))) return 0;
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length >= 0) path[length] = 0;
  return fails(call, path);
}

// A full disk has room for what is taken away.
static int removal_fails(const char *call, const char *path) {
  const char *how = getenv("FAULT_HOW");
  return how && strcmp(how, "ENOSPC") != 0 && fails(call, path);
}

static int is_device(const char *path) { return strncmp(path, "/dev/", 5) == 0 || strncmp(path, "/proc/", 6) == 0; }

#define NEXT(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

#define OPEN(name)                                                                                  \
  int name(const char *path, int flags, ...) {                                                      \
    va_list list;                                                                                   \
    va_start(list, flags);                                                                          \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0;                         \
    va_end(list);                                                                                   \
    if (flags & (O_CREAT | O_TRUNC) && !is_device(path) && fails(#name, path)) return -1;           \
    return ((int (*)(const char *, int, ...))dlsym(RTLD_NEXT, #name))(path, flags, mode);           \
  }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                                                \
  int name(int folder, const char *path, int flags, ...) {                                          \
    va_list list;                                                                                   \
    va_start(list, flags);                                                                          \
    mode_t mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(list, mode_t) : 0;                         \
    va_end(list);                                                                                   \
    if (flags & (O_CREAT | O_TRUNC) && !is_device(path) && fails(#name, path)) return -1;           \
    return ((int (*)(int, const char *, int, ...))dlsym(RTLD_NEXT, #name))(folder, path, flags, mode); \
  }
OPENAT(openat)
OPENAT(openat64)

#define WRAP(type, name, parameters, arguments, test)                                               \
  type name parameters {                                                                            \
    if (test) return -1;                                                                            \
    return ((type (*) parameters)dlsym(RTLD_NEXT, #name)) arguments;                                \
  }

WRAP(int, creat, (const char *p, mode_t m), (p, m), fails("creat", p))
WRAP(int, mkstemp, (char *p), (p), fails("mkstemp", p))
WRAP(int, mkostemp, (char *p, int f), (p, f), fails("mkostemp", p))
WRAP(int, mkdir, (const char *p, mode_t m), (p, m), fails("mkdir", p))
WRAP(int, mkdirat, (int d, const char *p, mode_t m), (d, p, m), fails("mkdirat", p))
WRAP(int, rename, (const char *a, const char *b), (a, b), fails("rename", b))
WRAP(int, renameat, (int d, const char *a, int e, const char *b), (d, a, e, b), fails("renameat", b))
WRAP(int, renameat2, (int d, const char *a, int e, const char *b, unsigned f), (d, a, e, b, f), fails("renameat2", b))
WRAP(int, link, (const char *a, const char *b), (a, b), fails("link", b))
WRAP(int, linkat, (int d, const char *a, int e, const char *b, int f), (d, a, e, b, f), fails("linkat", b))
WRAP(int, symlink, (const char *a, const char *b), (a, b), fails("symlink", b))
WRAP(int, unlink, (const char *p), (p), removal_fails("unlink", p))
WRAP(int, unlinkat, (int d, const char *p, int f), (d, p, f), removal_fails("unlinkat", p))
WRAP(int, rmdir, (const char *p), (p), removal_fails("rmdir", p))
WRAP(ssize_t, write, (int d, const void *b, size_t n), (d, b, n), fails_at_file("write", d))
WRAP(ssize_t, pwrite, (int d, const void *b, size_t n, off_t o), (d, b, n, o), fails_at_file("pwrite", d))
WRAP(ssize_t, pwrite64, (int d, const void *b, size_t n, off64_t o), (d, b, n, o), fails_at_file("pwrite64", d))
WRAP(ssize_t, writev, (int d, const struct iovec *v, int n), (d, v, n), fails_at_file("writev", d))
WRAP(int, fsync, (int d), (d), fails_at_file("fsync", d))
WRAP(int, fdatasync, (int d), (d), fails_at_file("fdatasync", d))
WRAP(int, ftruncate, (int d, off_t n), (d, n), fails_at_file("ftruncate", d))
WRAP(int, ftruncate64, (int d, off64_t n), (d, n), fails_at_file("ftruncate64", d))
