// What differs between one desk and another.
#pragma once

#include <filesystem>
#include <istream>
#include <string>

namespace desk {

struct Config {
  std::filesystem::path deskDatabase = "desk.db";
  std::filesystem::path staffDatabase = "staff.db";
  std::filesystem::path keyFile = "desk.key";
  std::string logLevel = "info";
  int smallestGroup = 5; // that a report shows
  std::string offerCode, offerSubject, offerText;
};

/// Paths are taken from the directory of the file. Throws DeskError.
Config readConfig(const std::filesystem::path &file);

} // namespace desk
