// Strong ids: an index into one table, with the table in its type, so that a
// call id cannot be used where an edge id is meant. `Id()` is "none".
#pragma once

#include "llvm/ADT/DenseMapInfo.h"
#include "llvm/ADT/Hashing.h"

#include <compare>
#include <cstdint>

namespace earmark {

template <typename Tag> struct Id {
  static constexpr uint32_t None = ~0u;
  uint32_t value = None;

  constexpr Id() = default;
  constexpr explicit Id(uint32_t value) : value(value) {}
  constexpr explicit operator bool() const { return value != None; }
  friend constexpr auto operator<=>(const Id &, const Id &) = default;
  friend llvm::hash_code hash_value(Id id) { return llvm::hash_value(id.value); }
};

/// A half-open range of ids in one table: an owner's part of it.
template <typename Tag> struct IdRange {
  uint32_t begin = 0;
  uint32_t count = 0;

  struct Iterator {
    uint32_t at;
    Id<Tag> operator*() const { return Id<Tag>(at); }
    Iterator &operator++() {
      ++at;
      return *this;
    }
    friend bool operator==(const Iterator &, const Iterator &) = default;
  };
  struct Ids {
    Iterator first, last;
    Iterator begin() const { return first; }
    Iterator end() const { return last; }
  };
  /// The ids of the range, for a range-for.
  Ids ids() const { return {{begin}, {begin + count}}; }
  bool contains(Id<Tag> id) const { return id.value >= begin && id.value - begin < count; }
  friend bool operator==(const IdRange &, const IdRange &) = default;
};

} // namespace earmark

template <typename Tag> struct llvm::DenseMapInfo<earmark::Id<Tag>> {
  static earmark::Id<Tag> getEmptyKey() { return earmark::Id<Tag>(~0u); }
  static earmark::Id<Tag> getTombstoneKey() { return earmark::Id<Tag>(~0u - 1); }
  static unsigned getHashValue(earmark::Id<Tag> id) {
    return llvm::DenseMapInfo<uint32_t>::getHashValue(id.value);
  }
  static bool isEqual(earmark::Id<Tag> a, earmark::Id<Tag> b) { return a == b; }
};
