// The desk, put together: one object of each part, and one function for each
// command.
#pragma once

#include "app/config.h"
#include "app/options.h"
#include "crypto/pseudonym.h"
#include "crypto/secret_box.h"
#include "net/transport.h"
#include "service/intake.h"
#include "service/retention.h"
#include "staff/employee_repository.h"
#include "store/database.h"

#include <iosfwd>

namespace desk {

class App {
public:
  App(const Config &config, net::Transport &transport, std::ostream &out);

  /// Throws DeskError.
  void run(const Options &options);

  void ingest(const Options &options);
  void takeStaff(const Options &options);
  void syncCrm(const Options &options);
  void mailOffers(const Options &options);
  void exportQuality(const Options &options);
  void report(const Options &options);
  void roster(const Options &options);
  void stats(const Options &options);
  void retain(const Options &options);
  void erase(const Options &options);
  void dismiss(const Options &options);

private:
  const Config &config_;
  net::Transport &transport_;
  std::ostream &out_;
  crypto::Key key_;
  crypto::SecretBox deskBox_, staffBox_, fileBox_;
  crypto::Pseudonymiser pseudonymiser_;
  store::Database deskDatabase_, staffDatabase_;
  store::CustomerRepository customers_;
  store::InteractionRepository interactions_;
  store::ConsentRegister consents_;
  store::AuditTrail audit_;
  staff::EmployeeRepository employees_;
  service::Metrics metrics_;
  service::NotifierChain notifiers_;
};

} // namespace desk
