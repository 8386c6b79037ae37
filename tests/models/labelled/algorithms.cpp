// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <algorithm>
#include <functional>
#include <iterator>
#include <list>
#include <numeric>
#include <random>
#include <string>
#include <vector>
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_PERSONAL("contact.email") const char *mail();
EARMARK_PERSONAL("identity") int age();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkNumber(long);
EARMARK_SINK("log") void sinkAll(const std::vector<std::string> &);
EARMARK_SINK("log") void sinkNumbers(const std::vector<int> &);
using Strings = std::vector<std::string>;
using Ints = std::vector<int>;

void finds() {
  Strings a{"x", email()}, b{"x", "y"};
  auto is = [](const std::string &s) { return s == "x"; };
  sink(*std::find(b.begin(), b.end(), email()));
  sink(*std::find_if(a.begin(), a.end(), [](const std::string &s) { return s.size() > 1; })); // !
  sink(*std::find_if_not(a.begin(), a.end(), is)); // !
  sink(*std::find_if(b.begin(), b.end(), is));
  sink(*std::min_element(a.begin(), a.end())); // !
  sink(*std::min_element(b.begin(), b.end()));
  auto [low, high] = std::minmax_element(a.begin(), a.end());
  sink(*low); // !
  sink(*std::lower_bound(b.begin(), b.end(), email()));
  sink(*std::search(a.begin() + 1, a.end(), a.begin() + 1, a.end())); // !
  sink(*std::find_first_of(b.begin(), b.end(), b.begin(), b.end()));
  sink(*std::adjacent_find(b.begin(), b.end()));
  auto [p, q] = std::mismatch(a.begin(), a.end(), b.begin());
  sink(*p); // !
  sink(*q);
  sinkNumber(std::count(a.begin(), a.end(), "x") + std::count_if(a.begin(), a.end(), is));
  sinkNumber(std::all_of(a.begin(), a.end(), is) + std::any_of(a.begin(), a.end(), is) + std::none_of(a.begin(), a.end(), is));
  sinkNumber(std::equal(a.begin(), a.end(), b.begin()) + std::is_sorted(a.begin(), a.end()));
  sinkNumber(std::binary_search(b.begin(), b.end(), email()));
  sinkNumber(std::lexicographical_compare(a.begin(), a.end(), b.begin(), b.end()));
  sinkNumber(std::distance(a.begin(), std::find(a.begin(), a.end(), email())));
  std::any_of(a.begin(), a.end(), [](const std::string &s) {
    sink(s); // !
    return false;
  });
  std::count_if(b.begin(), b.end(), [](const std::string &s) {
    sink(s);
    return false;
  });
}
void copies() {
  Strings a{email(), email()}, b{"x", "y"};
  Strings c(2), d, e(2), f(2), g, h, i, j(2), k(2), l, m, n(2), o, p;
  sink(*(std::copy(a.begin(), a.end(), c.begin()) - 1)); // !
  sinkAll(c); // !
  std::copy(b.begin(), b.end(), std::back_inserter(d));
  sinkAll(d);
  std::copy_n(a.begin(), 2, e.begin());
  sinkAll(e); // !
  std::copy_backward(a.begin(), a.end(), f.end());
  sinkAll(f); // !
  std::copy_if(a.begin(), a.end(), std::back_inserter(g), [](const std::string &s) { return s.size() > 1; });
  sinkAll(g); // !
  std::remove_copy(a.begin(), a.end(), std::back_inserter(h), "x");
  sinkAll(h); // !
  std::remove_copy_if(b.begin(), b.end(), std::back_inserter(i), [](const std::string &s) { return s.empty(); });
  sinkAll(i);
  std::reverse_copy(a.begin(), a.end(), j.begin());
  sinkAll(j); // !
  std::rotate_copy(a.begin(), a.begin() + 1, a.end(), k.begin());
  sinkAll(k); // !
  std::unique_copy(a.begin(), a.end(), std::back_inserter(l));
  sinkAll(l); // !
  std::replace_copy(b.begin(), b.end(), std::back_inserter(m), std::string("x"), email());
  sinkAll(m); // !
  std::swap_ranges(a.begin(), a.end(), n.begin());
  sinkAll(n); // !
  std::partition_copy(n.begin(), n.end(), std::back_inserter(o), std::back_inserter(p), [](const std::string &s) { return s.size() > 1; });
  sinkAll(o); // !
  Strings q, r, s;
  std::merge(n.begin(), n.end(), b.begin(), b.end(), std::back_inserter(q));
  sinkAll(q); // !
  std::set_difference(b.begin(), b.end(), n.begin(), n.end(), std::back_inserter(r));
  sinkAll(r);
  std::set_union(b.begin(), b.end(), n.begin(), n.end(), std::inserter(s, s.end()));
  sinkAll(s); // !
  std::list<std::string> t;
  std::move(n.begin(), n.end(), std::front_inserter(t));
  sink(t.front()); // !
  Strings u;
  std::sample(q.begin(), q.end(), std::back_inserter(u), 4, std::mt19937{});
  sinkAll(u); // !
  Strings v(2);
  std::partial_sort_copy(q.begin(), q.end(), v.begin(), v.end());
  sinkAll(v); // !
}
void fills() {
  Strings a(2), b(2), c(2), d, e(2), f{"x", "y"}, g{"x"};
  std::fill(a.begin(), a.end(), email());
  sinkAll(a); // !
  std::fill(b.begin(), b.end(), "clean");
  sinkAll(b);
  std::fill_n(c.begin(), 2, email());
  sinkAll(c); // !
  std::generate(e.begin(), e.end(), [] { return email(); });
  sinkAll(e); // !
  std::generate_n(std::back_inserter(d), 2, [] { return "clean"; });
  sinkAll(d);
  std::generate_n(std::back_inserter(d), 2, [] { return email(); });
  sinkAll(d); // !
  std::replace(f.begin(), f.end(), std::string("x"), email());
  sinkAll(f); // !
  std::replace_if(g.begin(), g.end(), [](const std::string &s) { return s == "x"; }, "z");
  sinkAll(g);
  Ints n(3), o(3);
  std::iota(n.begin(), n.end(), age());
  sinkNumbers(n); // !
  std::iota(o.begin(), o.end(), 0);
  sinkNumbers(o);
}
void transforms() {
  Strings a{email()}, b{"x"}, c(1), d(1), e(1);
  std::transform(a.begin(), a.end(), c.begin(), [](const std::string &s) { return s + "!"; });
  sinkAll(c); // !
  std::transform(a.begin(), a.end(), d.begin(), [](const std::string &) { return "clean"; });
  sinkAll(d);
  std::transform(b.begin(), b.end(), a.begin(), e.begin(), [](const std::string &x, const std::string &y) { return x + y; });
  sinkAll(e); // !
  std::transform(b.begin(), b.end(), b.begin(), [](std::string s) { return s + "y"; });
  sinkAll(b);
  std::string s = email();
  std::transform(s.begin(), s.end(), s.begin(), [](unsigned char x) { return x; });
  sink(s); // !
  Ints sizes;
  std::transform(a.begin(), a.end(), std::back_inserter(sizes), [](const std::string &x) { return x.size(); });
  sinkNumbers(sizes);
  std::string all;
  std::for_each(a.begin(), a.end(), [&](const std::string &x) { all += x; });
  sink(all); // !
  std::string none;
  std::for_each(b.begin(), b.end(), [&](const std::string &x) { none += x; });
  sink(none);
  std::for_each(b.begin(), b.end(), [](std::string &x) { x = email(); });
  sinkAll(b); // !
  std::for_each_n(a.begin(), 1, [](const std::string &x) { sink(x); }); // !
  struct Gather {
    std::string all;
    void operator()(const std::string &x) { all += x; }
  };
  Gather gathered = std::for_each(a.begin(), a.end(), Gather());
  sink(gathered.all); // !
}
void folds() {
  Ints a{1, age()}, b{1, 2};
  sinkNumber(std::accumulate(a.begin(), a.end(), 0)); // !
  sinkNumber(std::accumulate(b.begin(), b.end(), 0));
  sinkNumber(std::accumulate(b.begin(), b.end(), age())); // !
  sinkNumber(std::accumulate(a.begin(), a.end(), 0, [](int x, int y) { return x + y; })); // !
  sinkNumber(std::accumulate(a.begin(), a.end(), 0, [](int x, int) { return x + 1; }));
  sinkNumber(std::reduce(a.begin(), a.end())); // !
  sinkNumber(std::reduce(a.begin(), a.end(), 0, std::plus<>())); // !
  sinkNumber(std::inner_product(a.begin(), a.end(), b.begin(), 0)); // !
  sinkNumber(std::transform_reduce(a.begin(), a.end(), 0, std::plus<>(), [](int x) { return x; })); // !
  Ints c(2), d(2), e(2), f(2);
  std::partial_sum(a.begin(), a.end(), c.begin());
  sinkNumbers(c); // !
  std::exclusive_scan(b.begin(), b.end(), d.begin(), age());
  sinkNumbers(d); // !
  std::inclusive_scan(b.begin(), b.end(), e.begin());
  sinkNumbers(e);
  std::adjacent_difference(a.begin(), a.end(), f.begin());
  sinkNumbers(f); // !
  Strings s{"x", email()};
  sink(std::accumulate(s.begin(), s.end(), std::string())); // !
  sink(std::accumulate(s.begin(), s.end(), std::string(), [](std::string x, const std::string &y) { return x + "," + y; })); // !
  sinkNumber(std::accumulate(s.begin(), s.end(), 0, [](int x, const std::string &y) { return x + y.size(); }));
  sinkNumber(std::gcd(4, 6));
  sinkNumber(std::midpoint(age(), age())); // !
}
void orders() {
  Strings a{email(), "x"}, b{"y", "x"};
  std::sort(a.begin(), a.end());
  sink(a[0]); // !
  std::sort(a.begin(), a.end(), [](const std::string &x, const std::string &y) {
    sink(x); // !
    return x < y;
  });
  std::sort(b.begin(), b.end(), std::greater<>());
  sinkAll(b);
  std::stable_sort(a.begin(), a.end());
  std::reverse(a.begin(), a.end());
  std::rotate(a.begin(), a.begin() + 1, a.end());
  sinkAll(a); // !
  std::rotate(b.begin(), b.begin() + 1, b.end());
  std::partition(b.begin(), b.end(), [](const std::string &s) { return s == "x"; });
  std::nth_element(b.begin(), b.begin() + 1, b.end());
  std::next_permutation(b.begin(), b.end());
  std::make_heap(b.begin(), b.end());
  std::push_heap(b.begin(), b.end());
  std::pop_heap(b.begin(), b.end());
  sinkAll(b);
  a.erase(std::remove(a.begin(), a.end(), "x"), a.end());
  sinkAll(a); // !
  a.erase(std::unique(a.begin(), a.end()), a.end());
  sink(a[0]); // !
  b.erase(std::remove_if(b.begin(), b.end(), [](const std::string &s) { return s == "x"; }), b.end());
  sinkAll(b);
  sink(std::max(a[0], b[0])); // !
  sink(std::max(std::string("x"), std::string("y")));
  sinkNumber(std::max({1, age()})); // !
  sinkNumber(std::min({1, 2}));
  sinkNumber(std::clamp(age(), 0, 9000)); // !
  sinkNumber(std::clamp(1, 0, 2));
  std::iter_swap(a.begin(), b.begin());
  sinkAll(b); // !
  auto [low, high] = std::minmax(1, 2);
  sinkNumber(low);
}
