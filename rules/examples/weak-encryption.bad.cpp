#include <earmark/earmark.h>
#include <string>

std::string seal(const std::string &text, EARMARK_EXPECTS("secret") const std::string &key);

std::string sealNote(const std::string &note) { return seal(note, "correct horse battery staple"); }
