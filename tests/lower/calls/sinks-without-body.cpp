// A sink whose body is not seen is known for what it is: what is passed leaves,
// and stays neither in the other arguments nor in the result. A pure method says
// so through an overrider that has no body either.
// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") const char *email();
EARMARK_SINK("log") void sink(const char *);
struct Logger { const char *prefix; const char *last; };
EARMARK_SINK("log") int logTo(Logger *logger, const char *text);
void tell(Logger *logger, EARMARK_SINK("log") const char *text, const char *other);
void sinks(Logger *logger) {
  int status = logTo(logger, email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  logTo(logger, "started");
  sink(logger->prefix);
  if (status)
    sink(logger->last);
  tell(logger, email(), ""); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  logTo(logger, "stopped");
}
struct Target {
  virtual ~Target() = default;
  virtual void process(const char *text) = 0;
};
struct Stream : Target {
  EARMARK_SINK("log") void process(const char *text) override;
};
struct Quiet : Target {
  void process(const char *) override {}
};
void overriders(Target &target) {
  target.process(email()); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  target.process("");
}
