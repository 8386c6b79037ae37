// Sends nothing; remembers what would have been sent, and to whom.
#pragma once

#include "net/transport.h"

#include <vector>

namespace desk::net {

class DryRunTransport : public Transport {
public:
  struct Request {
    std::string url;
    std::string document;
  };

  Response post(const std::string &url, const std::string &document) override;
  const std::vector<Request> &requests() const { return requests_; }
  /// What the next posts are answered with.
  void answerWith(long status) { status_ = status; }

private:
  std::vector<Request> requests_;
  long status_ = 202;
};

} // namespace desk::net
