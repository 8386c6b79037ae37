// What goes wrong at the desk. The text of an error ends in the log: it names
// records by their reference, never by what they hold.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace desk {

class DeskError : public std::runtime_error {
public:
  using std::runtime_error::runtime_error;
};

/// A record that is not taken in; the rest of its batch is.
class RejectedRecord : public DeskError {
public:
  explicit RejectedRecord(const std::string &reason);
};

/// The database, a file or another party did not do what it should.
class ServiceFailure : public DeskError {
public:
  ServiceFailure(std::string_view service, std::string_view what, int status);
  int status() const { return status_; }

private:
  int status_;
};

} // namespace desk
