// Signals and slots: where a model says that a call connects two functions, calls
// of the first run the second, too. What is connected is read off the call: a
// function or closure, or its name in a text as Qt's SIGNAL and SLOT make it.
#pragma once

#include "link/Program.h"

namespace earmark {

struct Connection {
  CallId call; // of the function that connects
  ModelConnects what;
};

/// Adds the bodies of slots, through signals that are connected to signals, to
/// the targets of all calls of each signal.
void connectSignals(Program &program, llvm::ArrayRef<Connection> connections);

} // namespace earmark
