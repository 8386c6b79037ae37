#include "rules/Formats.h"

#include "llvm/ADT/StringExtras.h"

namespace earmark {

bool isIsoDate(llvm::StringRef text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-')
    return false;
  unsigned year, month, day;
  if (!llvm::all_of(text.substr(0, 4), llvm::isDigit) ||
      !llvm::all_of(text.substr(5, 2), llvm::isDigit) ||
      !llvm::all_of(text.substr(8, 2), llvm::isDigit) || text.substr(0, 4).getAsInteger(10, year) ||
      text.substr(5, 2).getAsInteger(10, month) || text.substr(8, 2).getAsInteger(10, day))
    return false;
  bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  const unsigned days[] = {31, leap ? 29u : 28u, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month >= 1 && month <= 12 && day >= 1 && day <= days[month - 1];
}

bool isIsoDuration(llvm::StringRef text) {
  if (!text.consume_front("P"))
    return false;
  llvm::StringRef units = "YMWD";
  bool any = false, time = false;
  while (!text.empty()) {
    if (!time && text.consume_front("T")) {
      time = true;
      any = false; // something must stand behind the T
      units = "HMS";
      continue;
    }
    llvm::StringRef digits = text.take_while(llvm::isDigit);
    if (digits.empty() || digits.size() > 6 || digits.size() == text.size())
      return false;
    size_t unit = units.find(text[digits.size()]);
    if (unit == llvm::StringRef::npos)
      return false;
    units = units.substr(unit + 1); // each unit once, from large to small
    text = text.substr(digits.size() + 1);
    any = true;
  }
  return any;
}

bool isWord(llvm::StringRef text) {
  if (text.empty() || text.size() > 100 || !llvm::isAlnum(text.front()) ||
      !llvm::isAlnum(text.back()))
    return false;
  return llvm::all_of(
             text, [](char c) { return llvm::isAlnum(c) || c == '-' || c == '_' || c == '.'; }) &&
         !text.contains("..");
}

llvm::ArrayRef<llvm::StringRef> countries() {
  static const llvm::StringRef codes[] = {
      "AD", "AE", "AF", "AG", "AI", "AL", "AM", "AO", "AQ", "AR", "AS", "AT", "AU", "AW", "AX",
      "AZ", "BA", "BB", "BD", "BE", "BF", "BG", "BH", "BI", "BJ", "BL", "BM", "BN", "BO", "BQ",
      "BR", "BS", "BT", "BV", "BW", "BY", "BZ", "CA", "CC", "CD", "CF", "CG", "CH", "CI", "CK",
      "CL", "CM", "CN", "CO", "CR", "CU", "CV", "CW", "CX", "CY", "CZ", "DE", "DJ", "DK", "DM",
      "DO", "DZ", "EC", "EE", "EG", "EH", "ER", "ES", "ET", "FI", "FJ", "FK", "FM", "FO", "FR",
      "GA", "GB", "GD", "GE", "GF", "GG", "GH", "GI", "GL", "GM", "GN", "GP", "GQ", "GR", "GS",
      "GT", "GU", "GW", "GY", "HK", "HM", "HN", "HR", "HT", "HU", "ID", "IE", "IL", "IM", "IN",
      "IO", "IQ", "IR", "IS", "IT", "JE", "JM", "JO", "JP", "KE", "KG", "KH", "KI", "KM", "KN",
      "KP", "KR", "KW", "KY", "KZ", "LA", "LB", "LC", "LI", "LK", "LR", "LS", "LT", "LU", "LV",
      "LY", "MA", "MC", "MD", "ME", "MF", "MG", "MH", "MK", "ML", "MM", "MN", "MO", "MP", "MQ",
      "MR", "MS", "MT", "MU", "MV", "MW", "MX", "MY", "MZ", "NA", "NC", "NE", "NF", "NG", "NI",
      "NL", "NO", "NP", "NR", "NU", "NZ", "OM", "PA", "PE", "PF", "PG", "PH", "PK", "PL", "PM",
      "PN", "PR", "PS", "PT", "PW", "PY", "QA", "RE", "RO", "RS", "RU", "RW", "SA", "SB", "SC",
      "SD", "SE", "SG", "SH", "SI", "SJ", "SK", "SL", "SM", "SN", "SO", "SR", "SS", "ST", "SV",
      "SX", "SY", "SZ", "TC", "TD", "TF", "TG", "TH", "TJ", "TK", "TL", "TM", "TN", "TO", "TR",
      "TT", "TV", "TW", "TZ", "UA", "UG", "UM", "US", "UY", "UZ", "VA", "VC", "VE", "VG", "VI",
      "VN", "VU", "WF", "WS", "XK", "YE", "YT", "ZA", "ZM", "ZW"};
  return codes;
}

llvm::ArrayRef<llvm::StringRef> regionGroup(llvm::StringRef name) {
  static const llvm::StringRef area[] = {"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI",
                                         "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV", "MT",
                                         "NL", "PL", "PT", "RO", "SE", "SI", "SK",
                                         // The European Economic Area has three more.
                                         "IS", "LI", "NO"};
  llvm::ArrayRef<llvm::StringRef> all(area);
  if (name == "EU")
    return all.drop_back(3);
  if (name == "EEA" || name == "EER")
    return all;
  return {};
}

} // namespace earmark
