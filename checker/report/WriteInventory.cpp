#include "report/WriteInventory.h"

#include "report/Escape.h"
#include "report/HtmlParts.h"
#include "report/InventoryCsv.h"
#include "report/InventoryJson.h"
#include "report/RecordPage.h"
#include "report/SourceExcerpt.h"
#include "report/WriteFlowMap.h"
#include "report/WriteHtml.h"

#include "llvm/ADT/StringExtras.h"

namespace earmark {

namespace {

void writeText(const Inventory &inventory, const Presentation &presentation, bool dutch,
               llvm::raw_ostream &out) {
  RecordPage page = recordPageOf(inventory, presentation, dutch);
  out << page.title << '\n' << printable(page.subtitle) << '\n';
  for (const std::string &party : page.parties)
    out << printable(party) << '\n';
  auto row = [&](const RecordRow &row) {
    if (row.values.empty())
      return;
    out << "  " << row.label << '\n';
    for (const std::string &value : row.values)
      out << "    " << printable(value) << '\n';
  };
  for (const RecordActivity &activity : page.activities) {
    out << '\n'
        << printable(activity.title) << (activity.lead.empty() ? "" : ": ")
        << printable(activity.lead) << '\n';
    for (const RecordRow &each : activity.rows)
      row(each);
    row(activity.functions);
    row(activity.files);
  }
  for (const RecordList *list : {&page.undeclared, &page.unseen}) {
    out << '\n' << list->title << '\n';
    if (list->items.empty())
      out << "  " << list->empty << '\n';
    for (const RecordItem &item : list->items) {
      out << "  " << printable(item.text) << '\n';
      for (const std::string &place : item.places)
        out << "    " << printable(place) << '\n';
    }
  }
  out << '\n';
  for (const std::string &line : page.restsOn)
    out << printable(line) << '\n';
}

void writeMarkdown(const Inventory &inventory, const Presentation &presentation, bool dutch,
                   llvm::raw_ostream &out) {
  RecordPage page = recordPageOf(inventory, presentation, dutch);
  out << "# " << escapeMarkdown(page.title) << "\n\n" << escapeMarkdown(page.subtitle) << "\n\n";
  for (const std::string &party : page.parties)
    out << "- " << escapeMarkdown(party) << '\n';
  out << "\n## " << escapeMarkdown(page.activitiesTitle) << "\n\n";
  auto row = [&](const RecordRow &row) {
    out << "| " << escapeMarkdown(row.label) << " | ";
    for (size_t i = 0; i < row.values.size(); ++i)
      out << (i ? "<br>" : "") << escapeMarkdown(row.values[i]);
    out << " |\n";
  };
  for (const RecordActivity &activity : page.activities) {
    out << "### " << escapeMarkdown(activity.title) << "\n\n";
    if (!activity.lead.empty())
      out << escapeMarkdown(activity.lead) << "\n\n";
    out << "| | |\n|---|---|\n";
    for (const RecordRow &each : activity.rows)
      row(each);
    row(activity.functions);
    row(activity.files);
    out << '\n';
  }
  for (const RecordList *list : {&page.undeclared, &page.unseen}) {
    out << "## " << escapeMarkdown(list->title) << "\n\n";
    if (list->items.empty())
      out << escapeMarkdown(list->empty) << '\n';
    for (const RecordItem &item : list->items)
      out << "- " << escapeMarkdown(item.text) << (item.places.empty() ? "" : " (")
          << escapeMarkdown(llvm::join(item.places, ", ")) << (item.places.empty() ? "" : ")")
          << '\n';
    out << '\n';
  }
  out << "---\n\n";
  for (const std::string &line : page.restsOn)
    out << "- " << escapeMarkdown(line) << '\n';
}

void writeList(const RecordRow &row, llvm::raw_ostream &out) {
  out << "<ul>";
  for (const std::string &value : row.values)
    out << "<li>" << escapeXml(value) << "</li>";
  out << "</ul>";
}

void writeHtml(const Inventory &inventory, const Presentation &presentation, bool dutch,
               llvm::raw_ostream &out) {
  RecordPage page = recordPageOf(inventory, presentation, dutch);
  out << "<!doctype html>\n<html lang=\"" << page.language
      << "\">\n<head>\n<meta charset=\"utf-8\">\n"
      << "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src "
      << digestSource(recordStyle()) << "; base-uri 'none'; form-action 'none'\">\n"
      << "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
      << escapeXml(page.title) << "</title>\n<style>" << recordStyle()
      << "</style>\n</head>\n<body>\n<main>\n<h1>" << escapeXml(page.title)
      << "</h1>\n<p class=\"dim\">" << escapeXml(page.subtitle) << "</p>\n<ul>";
  for (const std::string &party : page.parties)
    out << "<li>" << escapeXml(party) << "</li>";
  out << "</ul>\n<nav><ul>";
  for (size_t i = 0; i < page.activities.size(); ++i)
    out << "<li><a href=\"#activity-" << i << "\">" << escapeXml(page.activities[i].title)
        << "</a></li>";
  out << "<li><a href=\"#undeclared\">" << escapeXml(page.undeclared.title) << " ("
      << page.undeclared.items.size() << ")</a></li><li><a href=\"#unseen\">"
      << escapeXml(page.unseen.title) << " (" << page.unseen.items.size()
      << ")</a></li></ul></nav>\n<h2>" << escapeXml(page.activitiesTitle) << "</h2>\n";
  for (size_t i = 0; i < page.activities.size(); ++i) {
    const RecordActivity &activity = page.activities[i];
    out << "<section id=\"activity-" << i << "\">\n<h3>" << escapeXml(activity.title)
        << "</h3>\n<p>" << escapeXml(activity.lead) << "</p>\n<table><tbody>\n";
    for (const RecordRow &row : activity.rows) {
      out << "<tr><th scope=\"row\">" << escapeXml(row.label) << "</th><td>";
      writeList(row, out);
      out << "</td></tr>\n";
    }
    out << "</tbody></table>\n<details><summary>" << escapeXml(page.codeTitle) << "</summary>\n";
    for (const RecordRow *row : {&activity.functions, &activity.files}) {
      out << "<h4>" << escapeXml(row->label) << "</h4>";
      writeList(*row, out);
    }
    out << "</details>\n</section>\n";
  }
  for (const auto &[id, list] :
       {std::pair{"undeclared", &page.undeclared}, {"unseen", &page.unseen}}) {
    out << "<section id=\"" << id << "\">\n<h2>" << escapeXml(list->title) << "</h2>\n";
    if (list->items.empty())
      out << "<p>" << escapeXml(list->empty) << "</p>\n";
    else
      out << "<ul>\n";
    for (const RecordItem &item : list->items)
      out << "<li>" << escapeXml(item.text) << " <span class=\"dim\">"
          << escapeXml(llvm::join(item.places, ", ")) << "</span></li>\n";
    out << (list->items.empty() ? "" : "</ul>\n") << "</section>\n";
  }
  out << "</main>\n<footer><ul>";
  for (const std::string &line : page.restsOn)
    out << "<li>" << escapeXml(line) << "</li>";
  out << "</ul></footer>\n</body>\n</html>\n";
}

void writeJson(const Inventory &inventory, const Presentation &presentation, bool,
               llvm::raw_ostream &out) {
  writeInventoryJson(inventory, presentation, out);
}

void writeSvg(const Inventory &inventory, const Presentation &presentation, bool dutch,
              llvm::raw_ostream &out) {
  writeFlowMapSvg(inventory.flows, presentation, dutch, out);
}
void writeDot(const Inventory &inventory, const Presentation &presentation, bool dutch,
              llvm::raw_ostream &out) {
  writeFlowMapDot(inventory.flows, presentation, dutch, out);
}
void writeMermaid(const Inventory &inventory, const Presentation &presentation, bool dutch,
                  llvm::raw_ostream &out) {
  writeFlowMapMermaid(inventory.flows, presentation, dutch, out);
}

constexpr InventoryFormat Table[] = {{"text", writeText},        {"json", writeJson},
                                     {"csv", writeInventoryCsv}, {"markdown", writeMarkdown},
                                     {"html", writeHtml},        {"svg", writeSvg},
                                     {"dot", writeDot},          {"mermaid", writeMermaid}};

} // namespace

llvm::ArrayRef<InventoryFormat> inventoryFormats() { return Table; }

const InventoryFormat *findInventoryFormat(llvm::StringRef name) {
  for (const InventoryFormat &format : Table)
    if (format.name == name)
      return &format;
  return nullptr;
}

} // namespace earmark
