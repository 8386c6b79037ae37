// RUN: not %earmark check %s -- -std=c++20 -I%annotations 2>&1 | FileCheck %s --implicit-check-not='error:' --implicit-check-not='warning:'
#include <string>
#include <string_view>
#include <utility>
#include <vector>
#include <earmark/earmark.h>
EARMARK_PERSONAL("contact.email") std::string email();
EARMARK_PERSONAL("contact.email") const char *mail();
EARMARK_PERSONAL("identity") int age();
EARMARK_SINK("log") void sink(const std::string &);
EARMARK_SINK("log") void sinkNumber(long);
EARMARK_SINK("log") void sinkWide(const std::wstring &);
EARMARK_PERSONAL("contact.email") std::wstring wide();
EARMARK_SINK("log") void sinkChar(char);
EARMARK_PERSONAL("identity") char letter();
using namespace std::literals;

void make() {
  std::string e = email();
  std::string a, b("x"), c(e), d(e, 1), f(e, 1, 2), g(mail(), 3), h(3, letter()), i(3, 'x');
  sink(a);
  sink(b);
  sink(c); // !
  sink(d); // !
  sink(f); // !
  sink(g); // !
  sink(h); // !
  sink(i);
  std::string j(e.begin(), e.end()), k(e.rbegin(), e.rend()), l{'a', letter()}, m{'a', 'b'};
  sink(j); // !
  sink(k); // !
  sink(l); // !
  sink(m);
  std::string n(std::move(j));
  sink(n); // !
  sink(j);
  std::string o{std::string_view(e)}, p{std::string_view("x")};
  sink(o); // !
  sink(p);
  std::string q = "lit"s, r = std::string("x") + "y", t(age(), 'x');
  sink(q);
  sink(r);
  sink(t);
  std::wstring u = wide(), v = L"x";
  sinkWide(u); // !
  sinkWide(v);
  sinkWide(u.substr(1)); // !
  sinkWide(v + L"y");
  sinkWide(v + u); // !
  const char *raw = e.c_str();
  sink(raw); // !
  std::string w(raw, raw + 2);
  sink(w); // !
}
void assign() {
  std::string e = email(), a = "x";
  a = e;
  sink(a); // !
  a = "x";
  sink(a);
  a = mail();
  sink(a); // !
  a = 'c';
  sink(a);
  a = letter();
  sink(a); // !
  a = {'a', 'b'};
  sink(a);
  a = std::string_view(e);
  sink(a); // !
  a.assign("x");
  sink(a);
  a.assign(e);
  sink(a); // !
  a.assign("xyz", 2);
  sink(a);
  a.assign(mail(), 2);
  sink(a); // !
  a.assign(3, 'x');
  sink(a);
  a.assign(3, letter());
  sink(a); // !
  a.assign("clean"s, 1, 2);
  sink(a);
  a.assign(e, 1, 2);
  sink(a); // !
  a.assign(std::string("x"));
  sink(a);
  a.assign(e.begin(), e.end());
  sink(a); // !
  a.assign({'a'});
  sink(a);
  a.assign({'a', letter()});
  sink(a); // !
  a.assign("x"sv);
  sink(a);
  a = std::move(e);
  sink(a); // !
  sink(e);
  a.clear();
  sink(a);
  std::string b = email(), c = "c";
  b.swap(c);
  sink(b);
  sink(c); // !
  std::swap(b, c);
  sink(b); // !
  sink(c);
  std::string d = std::exchange(b, "clean");
  sink(d); // !
  sink(b);
  d.erase();
  sink(d);
}
void grow() {
  std::string e = email(), a = "x";
  sink(a + "y");
  sink(a + 'y');
  sink('y' + a);
  sink("y" + a);
  sink(a + e); // !
  sink(e + a); // !
  sink(a + mail()); // !
  sink(mail() + a); // !
  sink(a + letter()); // !
  sink(std::string("x") + std::move(e)); // !
  e = email();
  a += "y";
  a += 'z';
  a += a;
  sink(a);
  a += e;
  sink(a); // !
  a = "x";
  a += letter();
  sink(a); // !
  a = "x";
  a += {'a', letter()};
  sink(a); // !
  a = "x";
  a += std::string_view(e);
  sink(a); // !
  a = "x";
  sink(a.append("y").append(2, 'x').append("abc", 1).append(a, 0, 1));
  sink(a.append(e)); // !
  a = "x";
  a.append(mail(), 2);
  sink(a); // !
  a = "x";
  a.append(2, letter());
  sink(a); // !
  a = "x";
  a.append(e, 0, 2);
  sink(a); // !
  a = "x";
  a.append(e.begin(), e.end());
  sink(a); // !
  a = "x";
  a.push_back(letter());
  sink(a); // !
  a = "x";
  a.insert(0, "y").insert(1, 2, 'z').insert(0, a).insert(0, "abc", 2);
  sink(a);
  a.insert(0, e);
  sink(a); // !
  a = "x";
  a.insert(0, mail());
  sink(a); // !
  a = "x";
  a.insert(0, 2, letter());
  sink(a); // !
  a = "x";
  a.insert(0, e, 1, 2);
  sink(a); // !
  a = "x";
  a.insert(a.begin(), letter());
  sink(a); // !
  a = "x";
  a.insert(a.begin(), e.begin(), e.end());
  sink(a); // !
  a = "x";
  a.insert(a.begin(), 3, letter());
  sink(a); // !
  a = "xyz";
  a.replace(0, 1, "y").replace(0, 1, 2, 'z').replace(a.begin(), a.begin() + 1, "q");
  sink(a);
  a.replace(0, 1, e);
  sink(a); // !
  a = "x";
  a.replace(0, 1, mail(), 3);
  sink(a); // !
  a = "x";
  a.replace(0, 1, 2, letter());
  sink(a); // !
  a = "x";
  a.replace(0, 1, e, 1, 2);
  sink(a); // !
  a = "x";
  a.replace(a.begin(), a.end(), e);
  sink(a); // !
  a = "x";
  a.replace(a.begin(), a.end(), e.begin(), e.end());
  sink(a); // !
  a = "x";
  a.resize(5, 'x');
  a.reserve(9);
  sink(a);
  a.resize(9, letter());
  sink(a); // !
}
void shrink() {
  std::string a = email();
  a.pop_back();
  sink(a); // !
  a.erase(1, 2);
  sink(a); // !
  a.erase(a.begin());
  sink(a); // !
  a.resize(4);
  a.shrink_to_fit();
  sink(a); // !
  std::erase(a, 'x');
  std::erase_if(a, [](char c) { return c == 'y'; });
  sink(a); // !
  std::string b = "x";
  std::erase(b, letter());
  sink(b);
}
void look() {
  std::string a = email(), b = "clean";
  sinkChar(a[0]); // !
  sinkChar(b[0]);
  sinkChar(a.at(1)); // !
  sinkChar(a.front()); // !
  sinkChar(a.back()); // !
  sinkChar(b.front());
  sinkChar(*a.begin()); // !
  sinkChar(*a.rbegin()); // !
  sinkChar(a.begin()[1]); // !
  sinkChar(a.c_str()[0]); // !
  sinkChar(*a.data()); // !
  sinkChar(*b.data());
  sink(a.substr(1)); // !
  sink(a.substr(1, 2)); // !
  sink(b.substr(1));
  sink(&a[0]); // !
  for (char c : a)
    sinkChar(c); // !
  for (char c : b)
    sinkChar(c);
  for (auto it = a.cbegin(); it != a.cend(); ++it)
    sinkChar(*it); // !
  sinkNumber(a.size() + a.length() + a.capacity() + a.empty());
  sinkNumber(a.find("x") + a.find('x') + a.rfind(b) + a.find_first_of("x") + a.find_last_of("x"));
  sinkNumber(b.find(a) + b.find_first_not_of(a) + b.find_last_not_of(a));
  sinkNumber(a.compare(b) + a.compare(0, 1, b) + a.starts_with("x") + a.ends_with('x'));
  sinkNumber(a == b);
  sinkNumber(a != "x");
  sinkNumber(a < b);
  sinkNumber(std::hash<std::string>()(a) != 0);
  char buffer[16] = {}, clean[16] = {};
  a.copy(buffer, 5);
  b.copy(clean, 5);
  sink(buffer); // !
  sink(clean);
  b[0] = letter();
  sink(b); // !
  b = "clean";
  b.at(0) = letter();
  sink(b); // !
  b = "clean";
  b.front() = letter();
  sink(b); // !
  b = "clean";
  *b.begin() = letter();
  sink(b); // !
  b = "clean";
  for (char &c : b)
    c = letter();
  sink(b); // !
  b = "clean";
  b.data()[1] = letter();
  sink(b); // !
}
void convert() {
  std::string a = email(), b = "12";
  sinkNumber(std::stoi(b));
  sinkNumber(std::to_string(age()).size());
  sink(std::to_string(age())); // !
  sink(std::to_string(12));
  std::string n = std::to_string(age());
  sinkNumber(std::stoi(n)); // !
  sinkNumber(std::stol(n)); // !
  sinkNumber(std::stod(n)); // !
  sinkNumber(std::stoull(n, nullptr, 10)); // !
  sinkNumber(std::stof(b));
  std::vector<std::string> parts;
  size_t from = 0, at;
  while ((at = a.find(' ', from)) != std::string::npos) {
    parts.push_back(a.substr(from, at - from));
    from = at + 1;
  }
  sink(parts[0]); // !
}
void views() {
  std::string a = email(), b = "clean";
  std::string_view v = a, w = b, x = "lit", y = mail();
  sink(std::string(v)); // !
  sink(std::string(w));
  sink(std::string(x));
  sink(std::string(y)); // !
  sinkChar(v[0]); // !
  sinkChar(w.at(0));
  sinkChar(v.front()); // !
  sinkChar(*v.begin()); // !
  sink(v.data()); // !
  sink(w.data());
  sink(std::string(v.substr(1))); // !
  sink(std::string(w.substr(1)));
  v.remove_prefix(1);
  sink(std::string(v)); // !
  v.remove_suffix(1);
  sink(std::string{v}); // !
  v.swap(w);
  sink(std::string(v));
  sink(std::string(w)); // !
  w = "x";
  sink(std::string(w));
  sinkNumber(y.size() + y.length() + y.empty() + y.find('x'));
  sinkNumber(y == x);
  sinkNumber(y.starts_with("x"));
  std::string_view z(mail(), 3), t = "sv"sv, u(a.data(), 2);
  sink(std::string(z)); // !
  sink(std::string(t));
  sink(std::string(u)); // !
  char buffer[8] = {};
  y.copy(buffer, 4);
  sink(buffer); // !
  for (char c : y)
    sinkChar(c); // !
  sink(std::string(x) + std::string(y)); // !
  std::string k = b;
  k.append(y);
  sink(k); // !
}
