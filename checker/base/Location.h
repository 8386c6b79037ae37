// A place in source as plain data: what a person is shown.
#pragma once

#include "base/TextPool.h"

#include <compare>

namespace earmark {

/// Lines and columns count from 1, columns in bytes; 0 is "not known". The end
/// is the last byte, inclusive. `file` is text in the pool of the owning tables.
struct Span {
  TextId file;
  uint32_t line = 0, column = 0, endLine = 0, endColumn = 0;

  explicit operator bool() const { return line != 0; }
  friend auto operator<=>(const Span &, const Span &) = default;
};

} // namespace earmark
