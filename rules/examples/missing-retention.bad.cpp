#include <earmark/earmark.h>
#include <string>

struct Card {
  EARMARK_PERSONAL("loyalty") std::string number; // a category without a term
};
EARMARK_SINK("store", "crm") void keep(const std::string &row);

void save(const Card &card) { keep(card.number); }
