// Interned text: equal strings get equal ids, so that later stages compare
// numbers. Ids are dense and in the order of first use, hence deterministic.
#pragma once

#include "base/Id.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/StringRef.h"
#include "llvm/Support/Allocator.h"

#include <vector>

namespace earmark {

using TextId = Id<struct TextTag>;

class TextPool {
public:
  TextPool() = default;
  TextPool(TextPool &&) noexcept = default;
  TextPool &operator=(TextPool &&) noexcept = default;
  TextPool(const TextPool &other);
  TextPool &operator=(const TextPool &other);

  /// The id of `text`, which is copied in when it is new.
  TextId intern(llvm::StringRef text);
  /// The id of `text` if it was interned before; none otherwise.
  TextId find(llvm::StringRef text) const;
  /// The text of `id`; empty for none. Valid as long as the pool lives.
  llvm::StringRef operator[](TextId id) const { return id ? texts[id.value] : llvm::StringRef(); }
  size_t size() const { return texts.size(); }
  /// Room for so many texts without growing.
  void reserve(size_t count) {
    texts.reserve(count);
    ids.reserve(static_cast<unsigned>(count));
  }

private:
  llvm::BumpPtrAllocator arena;
  std::vector<llvm::StringRef> texts;
  llvm::DenseMap<llvm::StringRef, TextId> ids;
};

} // namespace earmark
