#include "Places.h"

#include "clang/Basic/FileManager.h"

namespace earmark::tidy {

clang::SourceLocation locationOf(clang::SourceManager &sources, const FindingPlace &place) {
  if (place.file.empty() || !place.line)
    return {};
  clang::OptionalFileEntryRef entry = sources.getFileManager().getOptionalFileRef(place.file);
  if (!entry)
    return {};
  clang::FileID id = sources.translateFile(*entry);
  if (id.isInvalid())
    id = sources.createFileID(*entry, clang::SourceLocation(), clang::SrcMgr::C_User);
  if (id.isInvalid())
    return {};
  return sources.translateLineCol(id, place.line, std::max(place.column, 1u));
}

} // namespace earmark::tidy
