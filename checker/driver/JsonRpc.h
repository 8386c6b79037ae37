// The base protocol of language servers: messages in JSON, each behind its length.
//
//   Content-Length: 52\r\n\r\n{"jsonrpc":"2.0","method":"initialized","params":{}}
//
// What comes in is believed in nothing: lengths have a limit, and after a header
// that is none the next one is looked for.
#pragma once

#include "llvm/ADT/StringRef.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/raw_ostream.h"

#include <istream>
#include <string>

namespace earmark {

enum class MessageStatus { Whole, Malformed, End };

/// The next message; `body` is what it says, or, of a malformed one, what is wrong.
MessageStatus readMessage(std::istream &in, std::string &body);

void writeMessage(llvm::raw_ostream &out, const llvm::json::Value &message);

} // namespace earmark
