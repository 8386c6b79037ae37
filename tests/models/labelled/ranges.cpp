// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <algorithm>
#include <map>
#include <numeric>
#include <ranges>
#include <sstream>
#include <string>
#include <vector>
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_PERSONAL("contact.email") const char *mail();
EARMARK_PERSONAL("identity") int age();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkNumber(long);
EARMARK_SINK("log") void sinkAll(const std::vector<std::string> &);
using Strings = std::vector<std::string>;
namespace views = std::views;
namespace ranges = std::ranges;
struct Person {
  std::string mail, note;
  int id = 0;
};

void viewsOf() {
  Strings v{"a", email(), "b"}, w{"a", "b"};
  auto some = [](const std::string &s) { return !s.empty(); };
  for (const auto &s : v | views::filter(some))
    sink(s); // !
  for (const auto &s : w | views::filter(some))
    sink(s);
  for (const auto &s : views::filter(v, some))
    sink(s); // !
  for (const auto &s : v | views::transform([](const std::string &x) { return x + "!"; }))
    sink(s); // !
  for (const auto &s : v | views::transform([](const std::string &) { return std::string("x"); }))
    sink(s);
  for (auto n : v | views::transform(&std::string::size))
    sinkNumber(n);
  for (const auto &s : v | views::take(2))
    sink(s); // !
  for (const auto &s : w | views::take(2) | views::reverse)
    sink(s);
  for (const auto &s : v | views::drop(1) | views::reverse)
    sink(s); // !
  for (const auto &s : v | views::take_while(some))
    sink(s); // !
  for (const auto &s : v | views::drop_while([](const std::string &s) { return s == "a"; }))
    sink(s); // !
  for (const auto &s : views::all(v))
    sink(s); // !
  for (int i : views::iota(0, 3))
    sinkNumber(i);
  for (const auto &s : views::single(email()))
    sink(s); // !
  for (const auto &s : v | views::common)
    sink(s); // !
  auto kept = v | views::filter(some) | views::transform([](const std::string &s) { return s; });
  for (auto it = kept.begin(); it != kept.end(); ++it)
    sink(*it); // !
  std::vector<Strings> nested{{"a"}, {email()}};
  for (const auto &s : nested | views::join)
    sink(s); // !
  std::string text = email();
  for (auto part : text | views::split(' '))
    sink(std::string(part.begin(), part.end())); // !
  for (auto part : std::string_view("a b") | views::split(' '))
    sink(std::string(part.begin(), part.end()));
  auto first = ranges::begin(v);
  sink(*ranges::next(first)); // !
  sinkNumber(ranges::size(v));
  sinkNumber(ranges::distance(v));
}
void tables() {
  std::map<std::string, std::string> m{{"a", email()}};
  for (const auto &k : m | views::keys)
    sink(k);
  for (const auto &x : m | views::values)
    sink(x); // !
  for (const auto &x : m | views::elements<1>)
    sink(x); // !
  for (const auto &[k, x] : m | views::take(1))
    sink(x); // !
  for (const auto &[k, x] : m | views::filter([](const auto &entry) { return !entry.first.empty(); }))
    sink(k);
}
void algorithms() {
  Strings v{email(), "b"}, w{"x", "y"}, out, none;
  ranges::copy(v, std::back_inserter(out));
  sinkAll(out); // !
  ranges::copy(w, std::back_inserter(none));
  sinkAll(none);
  ranges::for_each(v, [](const std::string &s) { sink(s); }); // !
  ranges::for_each(w, [](const std::string &s) { sink(s); });
  ranges::for_each(w, [](std::string &s) { s = "z"; });
  sinkAll(w);
  sink(*ranges::find_if(v, [](const std::string &s) { return s.size() > 1; })); // !
  sink(ranges::min(v)); // !
  sink(ranges::max(w));
  ranges::sort(v);
  sink(v[0]); // !
  ranges::sort(w, {}, [](const std::string &s) { return s.size(); });
  ranges::reverse(w);
  sinkAll(w);
  Strings t(2);
  ranges::transform(v, t.begin(), [](const std::string &s) { return s + "!"; });
  sinkAll(t); // !
  ranges::fill(t, "clean");
  sinkNumber(ranges::count(v, "b"));
  sinkNumber(ranges::any_of(v, [](const std::string &s) { return s == "x"; }));
  std::vector<Person> people{{email(), "note", 1}};
  sink(ranges::max_element(people, {}, &Person::id)->mail); // !
  sink(ranges::max_element(people, {}, &Person::id)->note);
  sink(ranges::find(people, "note", &Person::note)->mail); // !
  ranges::for_each(people, [](const std::string &s) { sink(s); }, &Person::mail); // !
  ranges::for_each(people, [](const std::string &s) { sink(s); }, &Person::note);
  for (const auto &s : people | views::transform(&Person::mail))
    sink(s); // !
  for (const auto &s : people | views::transform(&Person::note))
    sink(s);
  for (const Person &p : people | views::filter([](const Person &x) { return x.id > 0; }))
    sink(p.mail); // !
  for (const Person &p : people | views::reverse)
    sink(p.note);
  ranges::sort(people, {}, &Person::note);
  auto removed = ranges::remove(v, "q");
  v.erase(removed.begin(), removed.end());
  sink(v[0]); // !
  Strings u;
  ranges::copy_if(v, std::back_inserter(u), [](const std::string &s) { return s.size() > 1; });
  sinkAll(u); // !
  ranges::generate(u, [] { return email(); });
  sinkAll(u); // !
  auto found = ranges::lower_bound(u, "a");
  sinkNumber(found - u.begin());
  for (auto &s : u)
    s = "x";
}
