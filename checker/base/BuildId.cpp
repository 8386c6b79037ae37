#include "base/BuildId.h"

#include "llvm/ADT/ArrayRef.h"
#include "llvm/Support/xxhash.h"

#include <cstring>
#include <link.h>

namespace earmark {
namespace {

/// The build id among the notes of `object`; 0: there is none.
uint64_t idOf(const dl_phdr_info &object) {
  for (unsigned i = 0; i < object.dlpi_phnum; ++i) {
    const ElfW(Phdr) &segment = object.dlpi_phdr[i];
    if (segment.p_type != PT_NOTE)
      continue;
    const auto *at = reinterpret_cast<const uint8_t *>(object.dlpi_addr + segment.p_vaddr);
    const uint8_t *end = at + segment.p_memsz;
    while (at + sizeof(ElfW(Nhdr)) <= end) {
      ElfW(Nhdr) note;
      std::memcpy(&note, at, sizeof(note));
      const uint8_t *name = at + sizeof(note);
      const uint8_t *content = name + (note.n_namesz + 3) / 4 * 4;
      if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == 4 && !std::memcmp(name, "GNU", 4))
        return llvm::xxh3_64bits(llvm::ArrayRef(content, note.n_descsz));
      at = content + (note.n_descsz + 3) / 4 * 4;
    }
  }
  return 0;
}

/// Whether `address` is in what `object` loaded.
bool holds(const dl_phdr_info &object, uintptr_t address) {
  for (unsigned i = 0; i < object.dlpi_phnum; ++i) {
    const ElfW(Phdr) &segment = object.dlpi_phdr[i];
    uintptr_t begin = object.dlpi_addr + segment.p_vaddr;
    if (segment.p_type == PT_LOAD && address >= begin && address < begin + segment.p_memsz)
      return true;
  }
  return false;
}

} // namespace

uint64_t buildDigest() {
  static const uint64_t digest = [] {
    uint64_t found = 0;
    // The object that this code is in: it may be a module of another program.
    dl_iterate_phdr(
        [](dl_phdr_info *object, size_t, void *result) {
          if (!holds(*object, reinterpret_cast<uintptr_t>(&buildDigest)))
            return 0;
          *static_cast<uint64_t *>(result) = idOf(*object);
          return 1;
        },
        &found);
    return found;
  }();
  return digest;
}

} // namespace earmark
