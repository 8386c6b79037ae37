// `lsp`: the streams of a language server. One thread reads, so that while the
// program is checked what was typed meanwhile is known: of several changes the
// last is checked.
#include "driver/Pipeline.h"

#include "driver/JsonRpc.h"
#include "driver/LanguageServer.h"

#include <chrono>
#include <condition_variable>
#include <deque>
#include <iostream>
#include <memory>
#include <mutex>
#include <thread>

namespace earmark {

namespace {

/// How long nothing must come before what was typed is checked.
constexpr std::chrono::milliseconds Pause{300};

struct Incoming {
  MessageStatus status = MessageStatus::Whole;
  std::string body;
};

/// Messages that came and were not yet looked at.
class Inbox {
public:
  void put(Incoming message) {
    std::lock_guard lock(mutex);
    messages.push_back(std::move(message));
    arrived.notify_one();
  }
  Incoming take() {
    std::unique_lock lock(mutex);
    arrived.wait(lock, [&] { return !messages.empty(); });
    return takeFirst();
  }
  /// Nothing when none comes for a while.
  std::optional<Incoming> takeSoon() {
    std::unique_lock lock(mutex);
    if (!arrived.wait_for(lock, Pause, [&] { return !messages.empty(); }))
      return std::nullopt;
    return takeFirst();
  }

private:
  std::mutex mutex;
  std::condition_variable arrived;
  std::deque<Incoming> messages;

  Incoming takeFirst() {
    Incoming first = std::move(messages.front());
    messages.pop_front();
    return first;
  }
};

} // namespace

ExitStatus runLsp(const Options &options, Console &console) {
  LanguageServer server(options, console, [&](const llvm::json::Value &message) {
    writeMessage(console.out, message);
  });
  // The reader waits for an editor that may never write again: it has its share
  // of the inbox, and ends with the process.
  auto inbox = std::make_shared<Inbox>();
  std::thread([inbox] {
    for (;;) {
      Incoming message;
      message.status = readMessage(std::cin, message.body);
      bool ends = message.status == MessageStatus::End;
      inbox->put(std::move(message));
      if (ends)
        return;
    }
  }).detach();
  while (!server.exit) {
    Incoming message;
    if (!server.needsCheck()) {
      message = inbox->take();
    } else if (std::optional<Incoming> soon = inbox->takeSoon()) {
      message = std::move(*soon);
    } else {
      server.check();
      continue;
    }
    if (message.status == MessageStatus::End)
      return Violations; // the editor went without a word
    if (message.status == MessageStatus::Malformed)
      server.malformed(message.body);
    else
      server.handle(message.body);
  }
  return static_cast<ExitStatus>(*server.exit);
}

} // namespace earmark
