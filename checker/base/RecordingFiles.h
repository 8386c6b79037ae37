// A disk that remembers which files and folders were read from it: what a build
// must watch besides the sources.
#pragma once

#include "base/Files.h"

#include <set>

namespace earmark {

class RecordingFiles : public llvm::vfs::ProxyFileSystem {
public:
  using ProxyFileSystem::ProxyFileSystem;

  llvm::ErrorOr<std::unique_ptr<llvm::vfs::File>>
  openFileForRead(const llvm::Twine &path) override {
    auto file = ProxyFileSystem::openFileForRead(path);
    if (file)
      read.insert(path.str());
    return file;
  }
  llvm::vfs::directory_iterator dir_begin(const llvm::Twine &path,
                                          std::error_code &error) override {
    auto begin = ProxyFileSystem::dir_begin(path, error);
    if (!error)
      read.insert(path.str());
    return begin;
  }

  std::set<std::string> read;
};

} // namespace earmark
