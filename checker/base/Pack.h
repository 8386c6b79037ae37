// Plain data as bytes and back, for files that one build of the tool writes for
// itself. A struct takes part by a function `fieldsOf` beside it that ties all
// its members with a structured binding, so that a new member does not compile
// before it is in there too:
//
//   template <LikeA<Point> T> auto fieldsOf(T &point) {
//     auto &[x, y] = point;
//     return std::tie(x, y);
//   }
//
// Unpacking damaged bytes fails and never reads past them; what the numbers mean
// is not looked at.
#pragma once

#include "llvm/ADT/StringRef.h"

#include <concepts>
#include <cstdint>
#include <cstring>
#include <map>
#include <set>
#include <string>
#include <tuple>
#include <type_traits>
#include <vector>

namespace earmark {

template <typename T, typename Of>
concept LikeA = std::same_as<std::remove_const_t<T>, Of>;

template <typename T>
concept PlainNumber = std::is_arithmetic_v<T> || std::is_enum_v<T>;

class Packer {
public:
  explicit Packer(std::string &out) : out(out) {}

  template <PlainNumber T> void add(const T &number) {
    out.append(reinterpret_cast<const char *>(&number), sizeof(number));
  }
  void add(const std::string &text) {
    add(uint32_t(text.size()));
    out += text;
  }
  template <typename T> void add(const std::vector<T> &list) { addAll(list); }
  template <typename T> void add(const std::set<T> &set) { addAll(set); }
  template <typename T>
    requires requires(const T &value) { fieldsOf(value); }
  void add(const T &value) {
    std::apply([&](const auto &...field) { (add(field), ...); }, fieldsOf(value));
  }

private:
  std::string &out;

  template <typename Range> void addAll(const Range &range) {
    add(uint32_t(range.size()));
    for (const auto &item : range)
      add(item);
  }
};

class Unpacker {
public:
  explicit Unpacker(llvm::StringRef bytes) : rest(bytes) {}

  /// Whether there was enough of everything, and nothing is left.
  bool isDone() const { return !failed && rest.empty(); }
  bool hasFailed() const { return failed; }

  template <PlainNumber T> void get(T &number) {
    if (rest.size() < sizeof(number)) {
      fail();
      return;
    }
    if constexpr (std::same_as<T, bool>)
      number = rest.front() != 0;
    else
      std::memcpy(&number, rest.data(), sizeof(number));
    rest = rest.drop_front(sizeof(number));
  }
  void get(std::string &text) { text = take().str(); }
  /// A text where it stands.
  llvm::StringRef take() {
    uint32_t size = count();
    llvm::StringRef text = rest.take_front(size);
    rest = rest.drop_front(size);
    return text;
  }
  template <typename T> void get(std::vector<T> &list) {
    uint32_t size = count();
    list.clear();
    list.reserve(size);
    for (uint32_t i = 0; i < size && !failed; ++i)
      get(list.emplace_back());
  }
  template <typename T> void get(std::set<T> &set) {
    uint32_t size = count();
    for (uint32_t i = 0; i < size && !failed; ++i) {
      T item;
      get(item);
      set.insert(set.end(), std::move(item));
    }
  }
  template <typename T>
    requires requires(T &value) { fieldsOf(value); }
  void get(T &value) {
    std::apply([&](auto &...field) { (get(field), ...); }, fieldsOf(value));
  }

private:
  llvm::StringRef rest;
  bool failed = false;

  void fail() {
    failed = true;
    rest = {};
  }
  /// How many follow: each takes a byte at least.
  uint32_t count() {
    uint32_t size = 0;
    get(size);
    if (size > rest.size()) {
      fail();
      return 0;
    }
    return size;
  }
};

} // namespace earmark
