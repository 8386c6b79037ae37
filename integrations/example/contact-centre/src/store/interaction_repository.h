// Interactions at rest.
#pragma once

#include "crypto/secret_box.h"
#include "domain/interaction.h"
#include "store/database.h"

#include <string>
#include <string_view>
#include <vector>

namespace desk::store {

class InteractionRepository {
public:
  InteractionRepository(const Database &database, const crypto::SecretBox &box)
      : database_(database), box_(box) {}

  void save(const Interaction &interaction);
  std::vector<Interaction> all() const;
  std::vector<Interaction> of(std::string_view customerNumber) const;
  int count() const;

  /// Erases what came in by this channel before this day; says how many.
  EARMARK_ERASES("communication", "desk-db")
  int eraseBefore(Channel channel, util::Day day);

  EARMARK_ERASES("communication", "desk-db")
  int eraseOf(std::string_view customerNumber);

private:
  std::vector<Interaction> read(Statement &select) const;

  const Database &database_;
  const crypto::SecretBox &box_;
};

} // namespace desk::store
