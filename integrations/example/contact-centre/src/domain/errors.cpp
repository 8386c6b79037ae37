#include "domain/errors.h"

namespace desk {

RejectedRecord::RejectedRecord(const std::string &reason)
    : DeskError("record rejected: " + reason) {}

ServiceFailure::ServiceFailure(std::string_view service, std::string_view what, int status)
    : DeskError(std::string(service) + ": " + std::string(what) + " (status " +
                std::to_string(status) + ")"),
      status_(status) {}

} // namespace desk
