#include "policy/StepText.h"

#include "llvm/ADT/StringExtras.h"

#include <vector>

namespace earmark {

namespace {

struct Phrase {
  llvm::StringRef en, nl; // % is a name, # a number; both in the same order
};

constexpr Phrase Phrases[] = {
    {"reads %", "leest %"},
    {"holds %", "bevat %"},
    {"is a %", "is een %"},
    {"% returns it", "% geeft het terug"},
    {"% writes it to its object", "% schrijft het in zijn object"},
    {"% writes it to a further argument", "% schrijft het in een volgend argument"},
    {"% writes it to argument #", "% schrijft het in argument #"},
    {"parameter % holds it", "parameter % bevat het"},
    {"parameter # of % holds it", "parameter # van % bevat het"},
    {"is stored in %", "komt in %"},
    {"is stored", "wordt bewaard"},
    {"is returned", "wordt teruggegeven"},
    {"is returned from %", "komt terug uit %"},
    {"is captured as %", "wordt gevangen als %"},
    {"is captured", "wordt gevangen"},
    {"is thrown", "wordt gegooid"},
    {"is thrown by %", "wordt gegooid door %"},
    {"becomes part of %", "wordt deel van %"},
    {"becomes part of a larger value", "wordt deel van een grotere waarde"},
    {"is passed to % as %", "wordt doorgegeven aan % als %"},
    {"is passed to % as argument #", "wordt doorgegeven aan % als argument #"},
    {"is passed to % as a further argument", "wordt doorgegeven aan % als volgend argument"},
    {"is passed to % as its object", "wordt doorgegeven aan % als zijn object"},
    {"goes through %", "gaat door %"},
    {"is written to argument # by %", "wordt in argument # geschreven door %"},
    {"is written to a further argument by %", "wordt in een volgend argument geschreven door %"},
    {"is written to its object by %", "wordt in zijn object geschreven door %"},
    {"... # more steps ...", "... nog # stappen ..."},
};

} // namespace

std::string dutchStep(llvm::StringRef text) {
  std::string shape;
  std::vector<llvm::StringRef> parts; // names and numbers, as they stand
  for (size_t i = 0; i < text.size();) {
    size_t end = i;
    if (text[i] == '\'')
      end = std::min(text.find('\'', i + 1), text.size() - 1) + 1;
    else if (llvm::isDigit(text[i]))
      end = std::min(text.find_first_not_of("0123456789", i), text.size());
    if (end == i) {
      shape += text[i++];
      continue;
    }
    shape += text[i] == '\'' ? '%' : '#';
    parts.push_back(text.slice(i, end));
    i = end;
  }
  for (const Phrase &phrase : Phrases) {
    if (phrase.en != shape)
      continue;
    std::string said;
    size_t next = 0;
    for (char c : phrase.nl)
      if (c == '%' || c == '#')
        said += parts[next++].str();
      else
        said += c;
    return said;
  }
  return text.str();
}

} // namespace earmark
