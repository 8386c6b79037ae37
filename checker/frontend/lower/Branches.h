// Where control can go in a function: which ways out of a block are open, given
// the constants that its locals hold there.
//
//   int debug = 0;               if (debug) log(u);     never goes in
//   for (int i = 0; i < 3; ++i)  x = 0;                 leaves in a later round only
//
// Conditional constant propagation over the CFG, for the locals that conditions
// name and that nothing writes but plain assignments.
#pragma once

#include "clang/AST/ASTContext.h"
#include "clang/Analysis/CFG.h"

#include "llvm/ADT/DenseMap.h"
#include "llvm/ADT/DenseSet.h"

namespace earmark::lower {

struct Branches {
  /// By block: the number of the only successor that control goes to.
  llvm::DenseMap<unsigned, unsigned> only;
  /// By block of a loop's condition: the successor that control goes to in the
  /// first round. The other is for later rounds alone.
  llvm::DenseMap<unsigned, unsigned> first;
};

/// `order`: positions of blocks in reverse post-order, by block number.
Branches findBranches(const clang::ASTContext &ast, const clang::CFG &cfg, const clang::Stmt &body,
                      const std::vector<unsigned> &order);

} // namespace earmark::lower
