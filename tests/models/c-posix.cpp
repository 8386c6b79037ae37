// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <arpa/inet.h>
#include <cstring>
#include <earmark/earmark.h>
#include <pthread.h>
#include <sys/socket.h>
#include <syslog.h>
#include <unistd.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_SINK("log") void sink(const char *);
EARMARK_SINK("log") void sinkNumber(long);

void journal() {
  openlog("program", 0, LOG_USER);
  syslog(LOG_INFO, "mail %s", email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  syslog(LOG_INFO, "clean %s", "x");
}
void descriptors(int file) {
  write(2, email(), 3); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  write(2, "clean", 5);
  write(file, email(), 3); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-storage]
  write(file, "clean", 5);
  char buffer[10];
  read(file, buffer, 10);
  sink(buffer);
}
void sockets(int peer) {
  send(peer, email(), 3, 0); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[unencrypted-transfer]
  send(peer, "clean", 5, 0);
  char buffer[10];
  recv(peer, buffer, 10, 0);
  sink(buffer);
}
void *worker(void *text) {
  sink(static_cast<const char *>(text)); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  return nullptr;
}
void *cleanWorker(void *text) {
  sink(static_cast<const char *>(text));
  return nullptr;
}
void threads() {
  pthread_t a, b;
  char text[50], clean[50] = "clean";
  strcpy(text, email());
  pthread_create(&a, nullptr, worker, text);
  pthread_create(&b, nullptr, cleanWorker, clean);
  pthread_join(a, nullptr);
}
void names() {
  char host[50];
  gethostname(host, sizeof host);
  sink(host);
  sinkNumber(getpid());
}
