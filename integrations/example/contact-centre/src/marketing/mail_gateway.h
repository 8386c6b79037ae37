// Who carries our offers to the customers' mail boxes.
#pragma once

#include "net/transport.h"

#include <earmark/earmark.h>

#include <string>

namespace desk {
namespace EARMARK_RUNS_FOR("marketing") marketing {

struct Mail {
  EARMARK_PERSONAL("contact.email") std::string to;
  EARMARK_PERSONAL("identity.name") std::string salutation;
  std::string subject;
  std::string text;
};

class MailGateway {
public:
  virtual ~MailGateway() = default;
  virtual void send(EARMARK_SINK("third-party", "acme-mail") const Mail &mail) = 0;
};

/// Acme Mail, our processor for mailings.
class AcmeMailGateway : public MailGateway {
public:
  explicit AcmeMailGateway(net::Transport &transport) : transport_(transport) {}
  void send(const Mail &mail) override;

private:
  net::Transport &transport_;
};

} // namespace marketing
} // namespace desk
