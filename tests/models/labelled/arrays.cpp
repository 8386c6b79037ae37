// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <array>
#include <bitset>
#include <span>
#include <string>
#include <tuple>
#include <utility>
#include <valarray>
#include <vector>
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_PERSONAL("contact.email") const char *mail();
EARMARK_PERSONAL("identity") int age();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkNumber(long);
EARMARK_SINK("log") void sinkAll(std::span<const std::string>);
using Two = std::array<std::string, 2>;

void arrays() {
  Two a{"clean", email()}, b{"x", "y"}, c;
  sink(a[0]);
  sink(a[1]); // !
  sink(a.at(1)); // !
  sink(a.front());
  sink(a.back()); // !
  sink(b.back());
  sink(a.data()[1]); // !
  sink(*std::next(a.begin())); // !
  sink(std::get<0>(a));
  sink(std::get<1>(a)); // !
  for (const auto &s : a)
    sink(s); // !
  for (const auto &s : b)
    sink(s);
  auto [first, second] = a;
  sink(first);
  sink(second); // !
  c[0] = email();
  sink(c[0]); // !
  sink(c[1]);
  c[0] = "clean";
  sink(c[0]);
  c.fill(email());
  sink(c.at(1)); // !
  c.fill("clean");
  sink(c.at(1));
  c = a;
  sink(c[1]); // !
  sink(c[0]);
  c.swap(b);
  sink(b[1]); // !
  sink(c[1]);
  std::swap(b, c);
  sink(c[1]); // !
  sink(b[1]);
  sinkNumber(a.size());
  std::array<int, 3> n{1, age(), 3};
  sinkNumber(n[1]); // !
  sinkNumber(n[2]);
  for (int &x : n)
    x = 0;
  std::array m{age(), 2};
  sinkNumber(m[0]); // !
  auto t = std::to_array({1, age()});
  sinkNumber(t[1]); // !
  for (auto it = a.rbegin(); it != a.rend(); ++it)
    sink(*it); // !
  std::array<Two, 2> nested{{{"a", "b"}, {"c", email()}}};
  sink(nested[1][1]); // !
  sink(nested[0][0]);
  std::get<0>(b) = email();
  sink(b[0]); // !
  sink(b[1]);
}
void spans() {
  std::vector<std::string> v{"x", email()}, w{"x", "y"};
  std::span<std::string> a(v), b = w;
  sink(a[1]); // !
  sink(a[0]);
  sink(b[1]);
  sink(a.back()); // !
  sink(a.front());
  sink(b.front());
  sink(a.data()[1]); // !
  sink(*(a.begin() + 1)); // !
  sink(a.subspan(1)[0]); // !
  sink(a.last(1)[0]); // !
  sink(b.first(1)[0]);
  for (auto &s : a)
    sink(s); // !
  for (auto &s : b)
    sink(s);
  sinkAll(v); // !
  sinkAll(w);
  sinkNumber(a.size());
  sinkNumber(a.empty());
  b[0] = email();
  sink(w[0]); // !
  sink(w[1]);
  std::string raw[2] = {"x", "y"};
  std::span<std::string> c(raw), d(raw, 2);
  c[0] = email();
  sink(raw[0]); // !
  sink(d[0]); // !
  std::array<std::string, 2> e{"x", "y"};
  std::span<std::string> f(e);
  f[1] = email();
  sink(e[1]); // !
  std::span<std::string> g = f;
  sink(g[1]); // !
}
void pairs() {
  std::pair<std::string, std::string> a("x", email()), b{"x", "y"}, c;
  sink(a.first);
  sink(a.second); // !
  sink(b.second);
  c = a;
  sink(c.second); // !
  sink(c.first);
  c = b;
  sink(c.second);
  a.swap(b);
  sink(a.second);
  sink(b.second); // !
  sink(std::get<1>(b)); // !
  sink(std::get<0>(b));
  auto [x, y] = b;
  sink(x);
  sink(y); // !
  auto &[r, s] = a;
  s = email();
  sink(a.second); // !
  sink(a.first);
  auto d = std::make_pair(email(), 3);
  sink(d.first); // !
  sinkNumber(d.second);
  std::pair e{age(), email()};
  sinkNumber(e.first); // !
  std::pair<std::pair<int, std::string>, int> f{{1, email()}, 2};
  sink(f.first.second); // !
  sinkNumber(f.first.first);
  sinkNumber(f.second);
  std::pair<std::string, int> g(d), h(std::move(g));
  sink(g.first);
  sink(h.first); // !
  std::string t, u;
  std::tie(t, u) = b;
  sink(t);
  sink(u); // !
  sinkNumber(a == b);
  std::pair<std::string, std::string> k(std::piecewise_construct, std::forward_as_tuple(email()), std::forward_as_tuple("x"));
  sink(k.first); // !
  sink(k.second);
}
void tuples() {
  std::tuple<std::string, int, std::string> a("x", 1, email()), b;
  sink(std::get<0>(a));
  sinkNumber(std::get<1>(a));
  sink(std::get<2>(a)); // !
  b = a;
  sink(std::get<2>(b)); // !
  sink(std::get<0>(b));
  std::get<2>(b) = "clean";
  sink(std::get<2>(b));
  std::get<0>(b) = email();
  sink(std::get<0>(b)); // !
  auto [x, y, z] = a;
  sink(x);
  sinkNumber(y);
  sink(z); // !
  auto c = std::make_tuple(email(), "x");
  sink(std::get<0>(c)); // !
  sink(std::get<1>(c));
  std::string t;
  int u;
  std::tie(t, u, std::ignore) = b;
  sink(t); // !
  sinkNumber(u);
  auto d = std::tuple_cat(std::make_tuple(1), std::make_tuple(email()));
  sink(std::get<1>(d)); // !
  std::apply([](const std::string &p, int q, const std::string &r) {
    sink(p);
    sinkNumber(q);
    sink(r); // !
  }, a);
  auto e = std::forward_as_tuple(t, u);
  sink(std::get<0>(e)); // !
  std::tuple<std::string, int> f = std::make_pair(email(), 1);
  sink(std::get<0>(f)); // !
  sinkNumber(std::get<1>(f));
  a.swap(b);
  sink(std::get<0>(a)); // !
  sink(std::get<0>(b));
  auto swapped = std::make_from_tuple<std::pair<std::string, int>>(f);
  sink(swapped.first); // !
}
void bits() {
  std::bitset<16> a(age()), b(3);
  sinkNumber(a.to_ulong()); // !
  sinkNumber(b.to_ulong());
  std::bitset<16> c(2);
  sinkNumber((c & b).to_ulong());
  b.reset();
  sinkNumber(b.to_ulong());
  sinkNumber(a.count());
  sinkNumber(a.size());
}
void values() {
  std::valarray<int> a{1, age()}, b(3);
  sinkNumber(a[1]); // !
  sinkNumber(a[0]);
  sinkNumber(b[0]);
  b[1] = age();
  sinkNumber(b[1]); // !
  sinkNumber(b[0]);
  sinkNumber(a.sum()); // !
  sinkNumber(a.max()); // !
  std::valarray<int> c(age(), 2), d(2, age());
  sinkNumber(c[0]); // !
  sinkNumber(d[0]);
  c = 0;
  sinkNumber(c[0]);
  std::valarray<int> e = a + d;
  sinkNumber(e[0] + e[1]); // !
  for (int x : a)
    sinkNumber(x); // !
  sinkNumber(a.size());
}
