#include "app/config.h"

#include "domain/errors.h"

#include <nlohmann/json.hpp>

#include <fstream>

namespace desk {

Config readConfig(const std::filesystem::path &file) {
  std::ifstream in(file);
  if (!in)
    throw DeskError("the configuration '" + file.string() + "' cannot be read");
  try {
    const auto document = nlohmann::json::parse(in);
    const auto directory = file.parent_path();
    Config config;
    config.deskDatabase = directory / document.value("deskDatabase", config.deskDatabase.string());
    config.staffDatabase =
        directory / document.value("staffDatabase", config.staffDatabase.string());
    config.keyFile = directory / document.value("keyFile", config.keyFile.string());
    config.logLevel = document.value("logLevel", config.logLevel);
    config.smallestGroup = document.value("smallestGroup", config.smallestGroup);
    if (document.contains("offer")) {
      const auto &offer = document.at("offer");
      config.offerCode = offer.at("code").get<std::string>();
      config.offerSubject = offer.at("subject").get<std::string>();
      config.offerText = offer.at("text").get<std::string>();
    }
    return config;
  } catch (const nlohmann::json::exception &error) {
    throw DeskError("the configuration '" + file.string() + "' is wrong: " + error.what());
  }
}

} // namespace desk
