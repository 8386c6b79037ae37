// The small formats that policies are written in: dates, durations, countries.
#pragma once

#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringRef.h"

namespace earmark {

/// "2027-03-01", a day that exists.
bool isIsoDate(llvm::StringRef text);
/// An ISO 8601 duration in whole numbers: "P2Y", "P1Y6M", "P4W", "PT36H".
bool isIsoDuration(llvm::StringRef text);
/// Dotted lower-case words: "contact.email", "acme-mail".
bool isWord(llvm::StringRef text);

/// ISO 3166-1 alpha-2 codes, sorted.
llvm::ArrayRef<llvm::StringRef> countries();
/// The countries of "EU" or "EEA"; empty for another word.
llvm::ArrayRef<llvm::StringRef> regionGroup(llvm::StringRef name);

} // namespace earmark
