#include "app/app.h"
#include "crypto/secret_box.h"
#include "domain/errors.h"
#include "net/curl_transport.h"
#include "net/dry_run_transport.h"

#include <spdlog/sinks/stdout_color_sinks.h>
#include <spdlog/spdlog.h>

#include <iostream>
#include <memory>
#include <span>

namespace {

std::unique_ptr<desk::net::Transport> transportFor(const desk::Options &options) {
  if (options.dryRun)
    return std::make_unique<desk::net::DryRunTransport>();
  return std::make_unique<desk::net::CurlTransport>();
}

} // namespace

int main(int argc, char **argv) {
  spdlog::set_default_logger(spdlog::stderr_color_mt("desk"));
  try {
    const auto options =
        desk::parseOptions(std::span(argv + 1, static_cast<std::size_t>(argc - 1)));
    const auto config = desk::readConfig(options.config);
    spdlog::set_level(spdlog::level::from_str(config.logLevel));
    desk::crypto::start();
    const auto transport = transportFor(options);
    desk::App app(config, *transport, std::cout);
    app.run(options);
    return 0;
  } catch (const desk::DeskError &error) {
    spdlog::error("{}", error.what());
    return 1;
  } catch (const std::exception &) {
    // Of an error that is not ours nobody knows what its text quotes.
    spdlog::critical("the desk stopped on an unexpected error");
    return 2;
  }
}
