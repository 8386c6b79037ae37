#include "net/dry_run_transport.h"

namespace desk::net {

Response DryRunTransport::post(const std::string &url, const std::string &document) {
  requests_.push_back({url, document});
  return Response{status_, ""};
}

} // namespace desk::net
