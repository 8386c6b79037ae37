// The desk's own tests: from JSON through the store to export and erasure, with
// a transport that sends nothing.
#include "app/app.h"
#include "app/config.h"
#include "crypto/key_file.h"
#include "domain/errors.h"
#include "marketing/offer_mailer.h"
#include "net/crm_client.h"
#include "net/dry_run_transport.h"
#include "quality/quality_export.h"
#include "quality/quality_report.h"
#include "service/intake.h"
#include "service/retention.h"
#include "store/schema.h"
#include "store/sealed_file.h"

#include <nlohmann/json.hpp>
#include <spdlog/spdlog.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace fs = std::filesystem;
using namespace desk;

namespace {

int failures = 0;

void expect(bool holds, const char *what, int line) {
  if (holds)
    return;
  std::cerr << "desk_tests.cpp:" << line << ": does not hold: " << what << '\n';
  ++failures;
}
#define EXPECT(...) expect((__VA_ARGS__), #__VA_ARGS__, __LINE__)

template <typename Error, typename Work> bool throws(Work &&work) {
  try {
    std::forward<Work>(work)();
  } catch (const Error &) {
    return true;
  }
  return false;
}

class Directory {
public:
  Directory() {
    std::string pattern = (fs::temp_directory_path() / "desk-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  ~Directory() { fs::remove_all(path_); }
  fs::path operator/(const char *name) const { return path_ / name; }

private:
  fs::path path_;
};

std::string contentOf(const fs::path &file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

bool has(const std::string &text, std::string_view part) {
  return text.find(part) != std::string::npos;
}

/// All of the store, in a directory of its own, with the sample data in it.
struct Desk {
  Directory directory;
  crypto::Key key{};
  crypto::SecretBox box{key};
  store::Database database{directory / "desk.db"};
  store::CustomerRepository customers{database, box};
  store::InteractionRepository interactions{database, box};
  store::ConsentRegister consents{database, box};
  store::AuditTrail audit{database};
  service::WallboardNotifier wallboard;
  service::Metrics metrics;
  service::IntakeResult taken;

  explicit Desk(const fs::path &data) {
    store::createDeskTables(database);
    service::Intake intake(customers, interactions, consents, audit, wallboard, metrics);
    for (const char *name : {"customers.json", "interactions.json"}) {
      std::ifstream in(data / name);
      const auto part = intake.take(service::readBatch(in, name), name);
      taken.customers += part.customers;
      taken.interactions += part.interactions;
      taken.rejected += part.rejected;
    }
  }
};

void ingestion(const fs::path &data) {
  Desk desk(data);
  EXPECT(desk.taken.customers == 4);
  EXPECT(desk.taken.interactions == 8);
  EXPECT(desk.taken.rejected == 3);
  EXPECT(desk.customers.count() == 4);
  EXPECT(desk.interactions.count() == 8);
  EXPECT(desk.audit.count() == 8);
  EXPECT(desk.wallboard.countOf(Channel::Chat) == 2);
  EXPECT(desk.metrics.valueOf("desk_intake_total", "call/known") == 3);
  EXPECT(has(desk.metrics.render(), "desk_intake_total{label=\"form/known\"} 1"));

  std::istringstream broken("{\"customers\": [");
  EXPECT(throws<DeskError>([&] { service::readBatch(broken, "broken.json"); }));
}

void storage(const fs::path &data) {
  Desk desk(data);
  const auto anna = desk.customers.find("C-1001");
  EXPECT(anna && anna->name == "Anna de Vries" && anna->phone == "+31 20 555 0101");
  EXPECT(!desk.customers.find("C-9999"));
  const auto bram = desk.customers.find("C-1002");
  EXPECT(bram && !bram->phone);

  const auto of = desk.interactions.of("C-1005");
  EXPECT(of.size() == 1 && channelOf(of.front()) == Channel::Form);
  EXPECT(of.size() == 1 &&
         textOf(of.front().body) == "Please end my contract on 1 January.\nElif Kaya");
  const auto posts = desk.interactions.of("C-1001");
  EXPECT(posts.size() == 3 && std::get<SocialPost>(posts.back().body).handle == "@anna_dv");

  const std::string file = contentOf(desk.directory / "desk.db");
  for (const char *word : {"Anna", "C-1001", "post.example", "555 0101", "lamp", "E-07"})
    EXPECT(!has(file, word));
}

void sealing() {
  crypto::Key key{};
  const crypto::SecretBox box(key);
  const auto sealed = box.seal("secret", "a");
  EXPECT(box.open(sealed, "a") == "secret");
  EXPECT(throws<DeskError>([&] { box.open(sealed, "b"); }));
  EXPECT(sealed != box.seal("secret", "a"));
  EXPECT(box.sealSearchable("secret", "a") == box.sealSearchable("secret", "a"));
  auto damaged = sealed;
  damaged.back() ^= 1;
  EXPECT(throws<DeskError>([&] { box.open(damaged, "a"); }));
  EXPECT(throws<DeskError>([&] { box.open({1, 2, 3}, "a"); }));
  key[0] = 1;
  EXPECT(throws<DeskError>([&] { crypto::SecretBox(key).open(sealed, "a"); }));

  Directory directory;
  EXPECT(crypto::loadOrCreate(directory / "key") == crypto::loadOrCreate(directory / "key"));
  EXPECT(crypto::derive(key, "a") != crypto::derive(key, "b"));
  store::writeSealed(directory / "file", box, "content");
  EXPECT(store::readSealed(directory / "file", box) == "content");
  EXPECT(!has(contentOf(directory / "file"), "content"));
}

void qualityFigures(const fs::path &data) {
  Desk desk(data);
  std::ostringstream csv;
  const crypto::Pseudonymiser pseudonymiser(desk.key);
  EXPECT(quality::exportInteractions(csv, desk.interactions.all(), pseudonymiser) == 8);
  EXPECT(!has(csv.str(), "C-10"));
  EXPECT(has(csv.str(),
             pseudonymiser.pseudonymOf("C-1001") + ",chat,2026-11,short,delivery complaint"));

  std::vector<quality::AnonymousRecord> records;
  for (const auto &interaction : desk.interactions.all())
    records.push_back(quality::anonymise(interaction));
  std::ostringstream report;
  quality::writeReport(report, records, 2);
  EXPECT(has(report.str(), "2026-11 call"));
  EXPECT(!has(report.str(), "2025-01 call"));
  EXPECT(has(report.str(), "are not shown"));
}

void crm(const fs::path &data) {
  Desk desk(data);
  net::DryRunTransport transport;
  net::CrmClient client(transport);
  const auto interaction = desk.interactions.of("C-1001").front();
  client.announce(*desk.customers.find("C-1001"), interaction);
  EXPECT(transport.requests().size() == 1);
  EXPECT(transport.requests().front().url.starts_with("https://"));
  const auto document = nlohmann::json::parse(transport.requests().front().document);
  EXPECT(document.at("reference") == interaction.reference);
  EXPECT(!document.contains("text"));
  transport.answerWith(503);
  EXPECT(throws<ServiceFailure>(
      [&] { client.announce(*desk.customers.find("C-1001"), interaction); }));
}

void offers(const fs::path &data) {
  Directory directory;
  fs::copy_file(data / "desk.json", directory / "desk.json");
  const auto config = readConfig(directory / "desk.json");
  net::DryRunTransport transport;
  std::ostringstream out;
  App app(config, transport, out);
  Options options;
  options.command = "ingest";
  options.files = {data / "customers.json"};
  app.run(options);
  options.command = "offers";
  app.run(options);
  EXPECT(has(out.str(), "2 offers mailed"));
  EXPECT(transport.requests().size() == 2);
  for (const auto &request : transport.requests())
    EXPECT(!has(request.document, "bram@"));
  options.command = "erase";
  options.customer = "C-1001";
  app.run(options);
  options.command = "offers";
  app.run(options);
  EXPECT(transport.requests().size() == 3);
  options.command = "nonsense";
  EXPECT(throws<DeskError>([&] { app.run(options); }));
}

void erasure(const fs::path &data) {
  Desk desk(data);
  service::Retention retention(desk.customers, desk.interactions, desk.consents, desk.audit);
  EXPECT(retention.eraseExpired(*util::parseDay("2026-11-21")) == 1);
  EXPECT(desk.interactions.count() == 7);
  EXPECT(retention.eraseCustomer("C-1001"));
  EXPECT(!retention.eraseCustomer("C-1001"));
  EXPECT(!desk.customers.find("C-1001") && desk.interactions.of("C-1001").empty());
  EXPECT(!desk.consents.mayReceiveOffers("C-1001"));
  EXPECT(desk.consents.mayReceiveOffers("C-1003"));
  EXPECT(retention.eraseExpired(*util::parseDay("2030-01-01")) == 4);
  EXPECT(util::format(service::lastDayOf(Channel::Call, *util::parseDay("2026-08-31"))) ==
         "2027-02-28");
}

void words() {
  const auto parse = [](std::vector<const char *> words) { return parseOptions(words); };
  EXPECT(parse({"--dry-run", "retain"}).dryRun);
  EXPECT(parse({"erase", "C-1"}).customer == "C-1");
  EXPECT(throws<DeskError>([&] { parse({}); }));
  EXPECT(throws<DeskError>([&] { parse({"--loud", "retain"}); }));
  EXPECT(!util::parseDay("2026-02-30") && !util::parseDay("today") &&
         !util::parseDay("2026-1-011"));
  EXPECT(throws<RejectedRecord>([] { channelNamed("telegram"); }));
}

} // namespace

int main(int argc, char **argv) {
  if (argc != 2) {
    std::cerr << "usage: desk_tests DATA\n";
    return 2;
  }
  spdlog::set_level(spdlog::level::off);
  crypto::start();
  const fs::path data = argv[1];
  ingestion(data);
  storage(data);
  sealing();
  qualityFigures(data);
  crm(data);
  offers(data);
  erasure(data);
  words();
  if (failures == 0)
    std::cout << "all hold\n";
  return failures == 0 ? 0 : 1;
}
