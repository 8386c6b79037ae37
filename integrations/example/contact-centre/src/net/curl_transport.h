#pragma once

#include "net/transport.h"

namespace desk::net {

class CurlTransport : public Transport {
public:
  CurlTransport();
  ~CurlTransport() override;
  CurlTransport(const CurlTransport &) = delete;
  CurlTransport &operator=(const CurlTransport &) = delete;

  Response post(const std::string &url, const std::string &document) override;
};

} // namespace desk::net
