/* A disk that breaks on command, and a process that dies before it answers: loaded before libc.
   The file named by FAULTS holds "<arming> <call> <n>": from then on the n-th call fails. The calls
   are write and sync (of the database's files only), full (each write from the n-th on), readonly
   (each opening for writing from the n-th on), send (the process is killed instead). Another arming
   counts anew. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static pthread_mutex_t counting = PTHREAD_MUTEX_INITIALIZER;
static char armed[64];
static int count;

static int is_database(int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return strstr(path, "earshot.db") != NULL;
}

/* Says whether this is the call that has to fail. */
static int fails(const char *call) {
  char now[64] = "", wanted[16] = "";
  int n = 0, arming = 0, is_due = 0;
  const char *faults = getenv("FAULTS");
  FILE *file = faults ? fopen(faults, "r") : NULL;
  if (!file) return 0;
  if (!fgets(now, sizeof now, file)) now[0] = 0;
  fclose(file);
  if (sscanf(now, "%d %15s %d", &arming, wanted, &n) != 3) return 0;
  pthread_mutex_lock(&counting);
  if (strcmp(now, armed)) {
    strcpy(armed, now);
    count = 0;
  }
  if (!strcmp(call, "write") && !strcmp(wanted, "full"))
    is_due = ++count >= n;
  else if (!strcmp(call, "open") && !strcmp(wanted, "readonly"))
    is_due = ++count >= n;
  else if (!strcmp(call, wanted))
    is_due = ++count == n;
  pthread_mutex_unlock(&counting);
  if (is_due) errno = !strcmp(wanted, "full") ? ENOSPC : !strcmp(call, "open") ? EROFS : EIO;
  return is_due;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t pwrite64(int fd, const void *data, size_t length, off64_t offset) {
  return is_database(fd) && fails("write") ? -1 : REAL(pwrite64)(fd, data, length, offset);
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) {
  return is_database(fd) && fails("write") ? -1 : REAL(pwrite)(fd, data, length, offset);
}

ssize_t write(int fd, const void *data, size_t length) {
  return is_database(fd) && fails("write") ? -1 : REAL(write)(fd, data, length);
}

int open64(const char *path, int flags, ...) {
  va_list more;
  va_start(more, flags);
  mode_t mode = flags & O_CREAT ? va_arg(more, mode_t) : 0;
  va_end(more);
  int writes = (flags & O_ACCMODE) != O_RDONLY && strstr(path, "earshot.db");
  return writes && fails("open") ? -1 : REAL(open64)(path, flags, mode);
}

int fsync(int fd) { return is_database(fd) && fails("sync") ? -1 : REAL(fsync)(fd); }

int fdatasync(int fd) { return is_database(fd) && fails("sync") ? -1 : REAL(fdatasync)(fd); }

ssize_t send(int fd, const void *data, size_t length, int flags) {
  if (fails("send")) kill(getpid(), SIGKILL);
  return REAL(send)(fd, data, length, flags);
}
