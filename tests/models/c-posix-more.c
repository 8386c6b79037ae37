// RUN: not %earmark check %s -- -std=gnu17 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#define _GNU_SOURCE
#include <earmark/earmark.h>
#include <arpa/inet.h>
#include <fcntl.h>
#include <glob.h>
#include <netdb.h>
#include <pthread.h>
#include <pwd.h>
#include <regex.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <sys/un.h>
#include <sys/sendfile.h>
#include <mqueue.h>
#include <sys/msg.h>
#include <threads.h>
#include <unistd.h>
#include <wordexp.h>
EARMARK_PERSONAL("contact.email") char *email(void);
EARMARK_PERSONAL("contact.email") int number(void);
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkNumber(long);
void sends(int s) {
  send(s, email(), 5, 0); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-transfer]
  send(s, "x", number(), 0);
  sendto(s, email(), 5, 0, NULL, 0); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-transfer]
  sendto(s, "x", 1, 0, NULL, 0);
  struct iovec v[2] = {{"x", 1}, {email(), 5}}, c[1] = {{"x", 1}};
  struct msghdr m = {0}, n = {0};
  m.msg_iov = v;
  m.msg_iovlen = 2;
  sendmsg(s, &m, 0); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-transfer]
  n.msg_iov = c;
  sendmsg(s, &n, 0);
  writev(s, v, 2); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  writev(s, c, 1);
  pwritev(s, v, 2, 0); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  pwritev(s, c, 1, 0);
  write(s, email(), 5); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  write(s, "x", 1);
  pwrite(s, email(), 5, 0); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  pwrite(s, "x", 1, number());
  char b[50];
  strcpy(b, email());
  recv(s, b, 50, 0);
  sink(b);
  strcpy(b, email());
  read(s, b, 50);
  sink(b);
  strcpy(b, email());
  pread(s, b, 50, 0);
  sink(b);
  strcpy(b, email());
  recvfrom(s, b, 50, 0, NULL, NULL);
  sink(b);
  sinkNumber(read(s, b, 50));
  struct iovec in[1] = {{b, 50}};
  readv(s, in, 1);
  sink(b);
  mqd_t q = 0;
  mq_send(q, email(), 5, 0); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-transfer]
  mq_send(q, "x", 1, 0);
  struct mmsghdr mm[1] = {{m, 0}};
  sendmmsg(s, mm, 1, 0); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-transfer]
  struct { long type; char text[20]; } msg = {1, "x"}, msg2;
  msgsnd(0, &msg, 20, 0);
  strcpy(msg2.text, email());
  msgsnd(0, &msg2, 20, 0); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-transfer]
}
void maps(int fd) {
  char *p = mmap(NULL, 100, PROT_WRITE, MAP_SHARED, fd, 0);
  strcpy(p, email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  strcpy(p, "x");
  char *q = mmap(NULL, 100, PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  strcpy(q, email());
  sink(q); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  munmap(q, 100);
  char *r = mmap(NULL, 100, PROT_READ, MAP_SHARED, fd, 0);
  sink(r);
}
void *threadMain(void *p) {
  sink(p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  return p;
}
void *cleanMain(void *p) {
  sink(p);
  return p;
}
struct Job { char *mail, *town; };
void *jobMain(void *p) {
  struct Job *j = p;
  sink(j->mail); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(j->town);
  j->town = email();
  return NULL;
}
void threads(void) {
  pthread_t t, u, v;
  pthread_create(&t, NULL, threadMain, email());
  void *r, *s;
  pthread_join(t, &r);
  sink(r); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  pthread_create(&u, NULL, cleanMain, "x");
  pthread_join(u, &s);
  sink(s);
  struct Job j = {email(), "x"};
  pthread_create(&v, NULL, jobMain, &j);
  pthread_join(v, NULL);
  sink(j.town); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
int thrdMain(void *p) {
  sink(p); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  return number();
}
void cthreads(void) {
  thrd_t t;
  thrd_create(&t, thrdMain, email());
  int r;
  thrd_join(t, &r);
  sinkNumber(r); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
static pthread_key_t key, key2;
void specific(void) {
  pthread_setspecific(key, email());
  sink(pthread_getspecific(key)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
static tss_t tkey;
void specific2(void) {
  tss_set(tkey, email());
  sink(tss_get(tkey)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void regexes(void) {
  regex_t r;
  regmatch_t m[2];
  regcomp(&r, email(), 0);
  sinkNumber(regexec(&r, "x", 2, m, 0));
  char b[50];
  regerror(1, &r, b, 50);
  sink(b);
  sinkNumber(regexec(&r, email(), 2, m, 0));
  sinkNumber(m[0].rm_so);
  char *t = email();
  sink(t + m[0].rm_so); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}
void globs(void) {
  glob_t g;
  glob(email(), 0, NULL, &g);
  sink(g.gl_pathv[0]);
  glob_t h;
  glob("x*", 0, NULL, &h);
  sink(h.gl_pathv[0]);
  wordexp_t w;
  wordexp("x", &w, 0);
  sink(w.we_wordv[0]);
}
void nets(void) {
  char b[50];
  struct in_addr a;
  inet_aton(email(), &a);
  sink(inet_ntoa(a)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  struct in6_addr c;
  inet_pton(AF_INET6, email(), &c);
  inet_ntop(AF_INET6, &c, b, 50);
  sink(b); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  inet_pton(AF_INET6, "x", &c);
  inet_ntop(AF_INET6, &c, b, 50);
  sink(b);
  sinkNumber(inet_addr(email())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(htonl(number())); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sinkNumber(ntohs(3));
  struct addrinfo *r;
  sinkNumber(getaddrinfo("x", "80", NULL, &r));
}
void users(void) {
  struct passwd *p = getpwnam("x");
  sink(p->pw_name);
  char b[50];
  gethostname(b, 50);
  sink(b);
  getcwd(b, 50);
  sink(b);
  strcpy(b, email());
  getcwd(b, 50);
  sink(b);
  readlink("x", b, 50);
  sink(b);
  sink(realpath(email(), NULL)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  sink(realpath("x", NULL));
  system(email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-transfer]
  system("x");
  popen(email(), "r"); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-transfer]
  FILE *p2 = popen("x", "w");
  fprintf(p2, "%s", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-transfer]
  fprintf(p2, "%s", "x");
  execl("/bin/x", "x", email(), NULL); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-transfer]
  char *av[] = {"x", email(), NULL}, *cv[] = {"x", NULL};
  execv("/bin/x", av); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-transfer]
  execvp("x", cv);
}
void files(void) {
  FILE *f = fopen("x", "w");
  fprintf(f, "%s", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  fprintf(f, "%s", "x");
  fputs(email(), f); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  fwrite("x", 1, 1, f);
  FILE *g = fopen(email(), "r");
  char b[50];
  fgets(b, 50, g);
  sink(b);
  int fd = open("x", O_WRONLY);
  write(fd, email(), 5); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  write(fd, "x", 1);
  dprintf(fd, "%s", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  dprintf(fd, "%s", "x");
  FILE *h = fdopen(fd, "w");
  fputs(email(), h); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  fputs("x", h);
  FILE *t = tmpfile();
  fputs(email(), t); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  mkdir("x", 0);
  rename("x", "y");
  remove("x");
  unlink(email());
}
static void handler(int s) { sinkNumber(s); }
static void handler2(int s, siginfo_t *i, void *c) {}
void signals(void) {
  signal(SIGINT, handler);
  struct sigaction sa = {0};
  sa.sa_sigaction = handler2;
  sigaction(SIGINT, &sa, NULL);
}
