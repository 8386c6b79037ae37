#include <earmark/earmark.h>
#include <string>

struct Visit {
  EARMARK_PERSONAL("contact.email") EARMARK_ONLY_FOR("quality") std::string email;
};

EARMARK_RUNS_FOR("quality") bool isLong(const Visit &visit) { return visit.email.back() == 'x'; }
