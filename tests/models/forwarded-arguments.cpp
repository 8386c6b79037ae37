// What a model hands on to a constructor or a function: each argument is its own. One
// that holds personal data says nothing of the others, and an object of another class
// is not copied.
// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <thread>
#include <vector>
#include <earmark/earmark.h>

EARMARK_PERSONAL("contact.email") std::string source();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkInt(int);

struct Client {
  std::string user;
  int fd = 0;
};
struct Auth {
  Auth(Client *client, const std::string &name, const std::string &pass)
      : client(client), name(name), pass(pass) {}
  Client *client;
  std::string name, pass;
};
struct Filler {
  Filler(Client *client, const std::string &name) { client->user = name; }
};

void shared(Client *client) {
  auto auth = std::make_shared<Auth>(client, "x", source());
  sinkInt(client->fd);
  sink(client->user);
  sink(auth->name);
  sink(auth->client->user);
  sink(auth->pass); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}

void unique(Client *client, Client *other) {
  auto filler = std::make_unique<Filler>(client, source());
  sinkInt(client->fd);
  sink(other->user);
  sink(client->user); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}

void filled(Client *client, Client *other) {
  std::vector<Filler> all;
  all.emplace_back(client, source());
  sinkInt(client->fd);
  sink(other->user);
  sink(client->user); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}

void run(Client *to, std::string what) { to->user = what; }
void thread(Client *client, Client *other) {
  std::string data = source(), kept = "x";
  std::thread worker(run, client, data);
  worker.join();
  sinkInt(client->fd);
  sink(other->user);
  sink(kept);
  sink(client->user); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}

void invoked(Client *client) {
  std::invoke(run, client, source());
  sinkInt(client->fd);
  sink(client->user); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}

struct Text : std::string {
  using std::string::string;
  Text(const std::string &text) : std::string(text) {}
};
struct Message {
  explicit Message(const Text &line) : line(line) {}
  Text line;
  Client *client = nullptr;
};
void queued() {
  std::deque<Message> queue;
  Text line = source();
  queue.emplace_front(line);
  sinkInt(queue.front().client->fd);
  sink(queue.front().client->user);
  sink(queue.front().line); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
}

// What a closure has captured is not the closure.
struct Screen {
  std::function<void()> draw;
  std::string title;
  int width = 0;
  void open() {
    draw = [this] { sinkInt(this->width); };
    title = source();
  }
  void show() {
    draw();
    sink(title); // CHECK: [[@LINE]]:{{[0-9]+}}: error: {{.*}}[personal-data-in-log]
  }
};
void screens(Screen &screen) {
  screen.open();
  screen.show();
}
