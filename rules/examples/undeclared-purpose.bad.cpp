#include <earmark/earmark.h>
#include <string>

struct Visit {
  EARMARK_PERSONAL("contact.email") std::string email; // of the policy's categories, this one names no purpose
};

EARMARK_RUNS_FOR("quality") bool isLong(const Visit &visit) { return visit.email.back() == 'x'; }
