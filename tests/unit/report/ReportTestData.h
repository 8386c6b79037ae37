// One finding in a file of four lines, as reports are tested with.
#pragma once

#include "report/Presentation.h"

namespace earmark {

inline Presentation testPresentation(bool colour = false) {
  auto read = [](const std::string &file) -> std::optional<std::string> {
    if (file == "/p/src/a.cpp")
      return "void greet(Customer &c) {\n\tauto e = c.email;\n  puts(c.email);\r\n}\n";
    if (file == "/p/src/hostile.cpp")
      return "\n\n  puts(\"\x1b[2J\");\n";
    return std::nullopt;
  };
  return {read, "/p", colour, true};
}

inline Report testReport() {
  Finding finding;
  finding.rule = "personal-data-in-log";
  finding.message = "personal data 'contact.email' is written to a log by 'puts'";
  finding.messageNl = "persoonsgegevens";
  finding.place = {"/p/src/a.cpp", 3, 3, 3, 15};
  finding.function = "greet";
  finding.data = "contact.email";
  finding.subject = "customer";
  finding.sink = "log";
  finding.source = {"/p/src/a.cpp", 2, 10, 0, 0};
  finding.sourceName = "Customer::email";
  finding.sourceDeclaration = {"/p/src/customer.h", 7, 3, 0, 0};
  finding.path = {{finding.source, "reads 'Customer::email'", "greet"},
                  {finding.place, "is written to a log by 'puts'", "greet"}};
  finding.clause = "2.2";
  finding.article = "GDPR Art. 5(1)(f)";
  finding.mend = "leave it out";
  finding.fingerprint = "0123456789abcdef";
  Report report;
  report.findings = {finding};
  report.asOf = "2026-11-21";
  report.assurance.tool = "earmark 0";
  return report;
}

} // namespace earmark
