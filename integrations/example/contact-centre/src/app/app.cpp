#include "app/app.h"

#include "crypto/key_file.h"
#include "domain/errors.h"
#include "marketing/offer_mailer.h"
#include "net/crm_client.h"
#include "quality/quality_export.h"
#include "quality/quality_report.h"
#include "staff/employee_reader.h"
#include "staff/roster.h"
#include "store/schema.h"
#include "store/sealed_file.h"

#include <spdlog/spdlog.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <sstream>

namespace desk {
namespace {

struct Command {
  std::string_view name;
  void (App::*run)(const Options &);
};

constexpr std::array<Command, 11> Commands{{
    {"ingest", &App::ingest},
    {"staff", &App::takeStaff},
    {"crm-sync", &App::syncCrm},
    {"offers", &App::mailOffers},
    {"export-quality", &App::exportQuality},
    {"report", &App::report},
    {"roster", &App::roster},
    {"stats", &App::stats},
    {"retain", &App::retain},
    {"erase", &App::erase},     {"dismiss", &App::dismiss},
}};

std::ifstream openFile(const std::filesystem::path &file) {
  std::ifstream in(file);
  if (!in)
    throw DeskError("'" + file.string() + "' cannot be read");
  return in;
}

const std::filesystem::path &outputOf(const Options &options) {
  if (options.files.size() != 1)
    throw DeskError("'" + options.command + "' needs the name of one file");
  return options.files.front();
}

} // namespace

App::App(const Config &config, net::Transport &transport, std::ostream &out)
    : config_(config), transport_(transport), out_(out), key_(crypto::loadOrCreate(config.keyFile)),
      deskBox_(crypto::derive(key_, "desk")), staffBox_(crypto::derive(key_, "staff")),
      fileBox_(crypto::derive(key_, "files")), pseudonymiser_(crypto::derive(key_, "pseudonyms")),
      deskDatabase_(config.deskDatabase), staffDatabase_(config.staffDatabase),
      customers_(deskDatabase_, deskBox_), interactions_(deskDatabase_, deskBox_),
      consents_(deskDatabase_, deskBox_), audit_(deskDatabase_),
      employees_(staffDatabase_, staffBox_) {
  store::createDeskTables(deskDatabase_);
  store::createStaffTables(staffDatabase_);
  notifiers_.add<service::LogNotifier>();
}

void App::run(const Options &options) {
  const auto command = std::find_if(Commands.begin(), Commands.end(), [&](const Command &entry) {
    return entry.name == options.command;
  });
  if (command == Commands.end())
    throw DeskError("there is no command '" + options.command + "'");
  (this->*command->run)(options);
}

void App::ingest(const Options &options) {
  auto &wallboard = notifiers_.add<service::WallboardNotifier>();
  service::Intake intake(customers_, interactions_, consents_, audit_, notifiers_, metrics_);
  int longest = 0;
  intake.onStored([&longest](const Interaction &interaction) {
    if (const auto *call = std::get_if<CallNotes>(&interaction.body);
        call && call->seconds > longest) {
      longest = call->seconds;
      spdlog::debug("longest call so far: {}", interaction.reference);
    }
  });
  for (const auto &file : options.files) {
    auto in = openFile(file);
    const auto source = file.filename().string();
    const auto result = intake.take(service::readBatch(in, source), source);
    out_ << source << ": " << result.customers << " customers, " << result.interactions
         << " interactions, " << result.rejected << " rejected\n";
  }
  for (const Channel channel : AllChannels)
    out_ << "  " << nameOf(channel) << ": " << wallboard.countOf(channel) << '\n';
}

void App::takeStaff(const Options &options) {
  for (const auto &file : options.files) {
    auto in = openFile(file);
    const auto employees = staff::readEmployees(in, file.filename().string());
    store::inTransaction(staffDatabase_, [&] {
      for (const auto &employee : employees)
        employees_.save(employee);
    });
    out_ << employees.size() << " employees\n";
  }
}

void App::syncCrm(const Options &) {
  net::CrmClient crm(transport_);
  int announced = 0;
  for (const auto &interaction : interactions_.all()) {
    const auto customer = customers_.find(interaction.customerNumber);
    if (!customer)
      continue;
    crm.announce(*customer, interaction);
    audit_.used("service", "announced to the CRM", interaction.reference);
    ++announced;
  }
  out_ << announced << " interactions announced\n";
}

void App::mailOffers(const Options &) {
  marketing::AcmeMailGateway gateway(transport_);
  marketing::OfferMailer mailer(gateway, audit_);
  const marketing::Offer offer{config_.offerCode, config_.offerSubject, config_.offerText};
  for (const auto &contact : customers_.offerContacts()) {
    if (!consents_.mayReceiveOffers(contact.number))
      continue;
    mailer.mail(contact, offer);
  }
  out_ << mailer.mailed() << " offers mailed\n";
}

void App::exportQuality(const Options &options) {
  std::ostringstream csv;
  const int rows = quality::exportInteractions(csv, interactions_.all(), pseudonymiser_);
  store::writeSealed(outputOf(options), fileBox_, csv.str());
  audit_.used("quality", "exported", "-");
  out_ << rows << " interactions exported\n";
}

void App::report(const Options &options) {
  const auto interactions = interactions_.all();
  std::vector<quality::AnonymousRecord> records;
  std::transform(interactions.begin(), interactions.end(), std::back_inserter(records),
                 quality::anonymise);
  std::ofstream out(outputOf(options));
  quality::writeReport(out, records, config_.smallestGroup);
  audit_.used("quality", "reported", "-");
  out_ << "report of " << records.size() << " interactions\n";
}

void App::roster(const Options &options) {
  std::ostringstream text;
  staff::writeRoster(text, employees_.all());
  store::writeSealed(outputOf(options), fileBox_, text.str());
  staff::announceDutyOfficer(employees_.onShift(util::format(util::today())));
}

void App::stats(const Options &options) {
  store::writeSealed(outputOf(options), fileBox_, metrics_.render());
}

void App::retain(const Options &) {
  service::Retention retention(customers_, interactions_, consents_, audit_);
  out_ << retention.eraseExpired(util::today()) << " interactions erased\n";
}

void App::erase(const Options &options) {
  service::Retention retention(customers_, interactions_, consents_, audit_);
  if (!retention.eraseCustomer(options.customer))
    throw DeskError("no such customer");
  out_ << "erased\n";
}

void App::dismiss(const Options &options) {
  for (const auto &number : options.files)
    if (!employees_.erase(number.string()))
      throw DeskError("no such employee");
  audit_.used("employment", "employees erased", "-");
  out_ << options.files.size() << " employees erased\n";
}

} // namespace desk
