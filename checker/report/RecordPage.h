// The record of processing as a page for people, before it is text, Markdown or
// HTML: titles, labels and sentences in the language that was asked for, nothing
// escaped. One shape for all three.
#pragma once

#include "policy/Inventory.h"
#include "report/Presentation.h"

namespace earmark {

struct RecordRow {
  std::string label;
  std::vector<std::string> values; // never empty
};

struct RecordActivity {
  std::string title; // the purpose
  std::string lead;  // what it is for
  std::vector<RecordRow> rows;
  RecordRow functions, files; // the code that does it; long
};

struct RecordItem {
  std::string text;
  std::vector<std::string> places; // "src/a.cpp:12"
};

struct RecordList {
  std::string title, empty; // what stands there when there is no item
  std::vector<RecordItem> items;
};

struct RecordPage {
  std::string language; // "en"
  std::string title, subtitle;
  std::vector<std::string> parties; // who answers for it, and whom people ask
  std::string activitiesTitle, codeTitle;
  std::vector<RecordActivity> activities;
  RecordList undeclared, unseen;
  std::vector<std::string> restsOn; // what was and was not analysed
};

RecordPage recordPageOf(const Inventory &inventory, const Presentation &presentation, bool dutch);

} // namespace earmark
