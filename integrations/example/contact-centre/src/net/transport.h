// How anything leaves the building. Tests and --dry-run put another one in.
#pragma once

#include <string>

namespace desk::net {

struct Response {
  long status = 0;
  std::string body;
  bool accepted() const { return status >= 200 && status < 300; }
};

class Transport {
public:
  virtual ~Transport() = default;
  /// Posts a JSON document. Throws ServiceFailure where nobody answers.
  virtual Response post(const std::string &url, const std::string &document) = 0;
};

} // namespace desk::net
