/* What every generated program includes: the sources of secrets and the sinks
   that look for them.

   A secret keeps its nature whatever a program does to it: secret text is upper
   case where all clean text is lower case, so each piece of it is known; secret
   numbers are of a million and above where clean ones stay below a thousand, so
   what is counted, added or printed from one is known as well. Sizes, positions
   and the results of comparisons stay small, and are clean. */
#ifndef EARMARK_TRUTH_H
#define EARMARK_TRUTH_H
#include <earmark/earmark.h>

#ifdef __cplusplus
#include <algorithm>
#include <any>
#include <array>
#include <atomic>
#include <bitset>
#include <coroutine>
#include <cstdarg>
#include <cstddef>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <exception>
#include <forward_list>
#include <functional>
#include <future>
#include <initializer_list>
#include <iomanip>
#include <iostream>
#include <iterator>
#include <list>
#include <map>
#include <memory>
#include <mutex>
#include <new>
#include <numeric>
#include <optional>
#include <queue>
#include <set>
#include <span>
#include <sstream>
#include <stack>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>
#include <tuple>
#include <typeinfo>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <variant>
#include <vector>

EARMARK_PERSONAL("contact.email") std::string secretS();
extern "C" {
#else
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#endif

typedef const char *Text;
EARMARK_PERSONAL("contact.email") Text secretC(void);
EARMARK_PERSONAL("contact.email") int secretI(void);
void sinkC(int id, EARMARK_SINK("log") const char *text);
void sinkI(int id, EARMARK_SINK("log") long number);

#ifdef __cplusplus
}
void sink(int id, EARMARK_SINK("log") const char *text);
void sink(int id, EARMARK_SINK("log") const std::string &text);
void sink(int id, EARMARK_SINK("log") std::string_view text);
void sink(int id, EARMARK_SINK("log") char letter);
void sink(int id, EARMARK_SINK("log") int number);
void sink(int id, EARMARK_SINK("log") long number);
#endif
#endif
