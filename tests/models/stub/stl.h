// The library as other tools' tests have it: declarations without a body.
#pragma once
typedef unsigned long size_t;
typedef long ptrdiff_t;
namespace std {
template <class T> struct remove_const { typedef T type; };
template <class T> struct remove_const<const T> { typedef T type; };
template <class T> using remove_const_t = typename remove_const<T>::type;
template <class T> struct remove_reference { typedef T type; };
template <class T> struct remove_reference<T &> { typedef T type; };
template <class T> struct remove_reference<T &&> { typedef T type; };
template <class T> using remove_reference_t = typename remove_reference<T>::type;
template <class T> using decay_t = remove_const_t<remove_reference_t<T>>;
template <class T> constexpr T &&forward(remove_reference_t<T> &t) noexcept;
template <class T> constexpr T &&forward(remove_reference_t<T> &&t) noexcept;
template <class T> constexpr remove_reference_t<T> &&move(T &&t) noexcept;
template <class T> void swap(T &a, T &b) noexcept;
template <class T, class U> T exchange(T &object, U &&value);
typedef size_t streamsize;
struct ptrdiff_tag {};
struct random_access_iterator_tag {};
struct input_iterator_tag {};
struct output_iterator_tag {};
template <class Category, class value_type, class difference_type = ptrdiff_t, class pointer_type = value_type *,
          class reference_type = value_type &>
struct iterator {
  typedef Category iterator_category;
  iterator();
  iterator(iterator<Category, remove_const_t<value_type>> const &other);
  iterator &operator++();
  iterator operator++(int);
  iterator &operator--();
  iterator operator--(int);
  bool operator==(iterator other) const;
  bool operator!=(iterator other) const;
  reference_type operator*() const;
  pointer_type operator->() const;
  iterator operator+(int);
  iterator operator-(int);
  iterator &operator+=(int);
  iterator &operator-=(int);
  int operator-(iterator);
  reference_type operator[](int);
};
template <class Iterator> struct iterator_traits {
  typedef typename Iterator::iterator_category iterator_category;
};
template <class T> class allocator {
public:
  allocator() throw();
  typedef size_t size_type;
};
template <class T> class initializer_list {
  const T *data_;
  size_t size_;

public:
  using size_type = size_t;
  const T *begin() const noexcept;
  const T *end() const noexcept;
  size_t size() const noexcept;
};
template <class charT> struct char_traits;
template <class charT, class traits = char_traits<charT>, class Allocator = allocator<charT>> class basic_string {
public:
  using value_type = charT;
  using reference = value_type &;
  using const_reference = const value_type &;
  typedef typename Allocator::size_type size_type;
  typedef std::iterator<random_access_iterator_tag, charT> iterator;
  typedef std::iterator<random_access_iterator_tag, const charT> const_iterator;
  static const size_type npos = -1;
  explicit basic_string(const Allocator &a = Allocator());
  basic_string(const charT *s, const Allocator &a = Allocator());
  template <class InputIterator> basic_string(InputIterator begin, InputIterator end, const Allocator &a = Allocator());
  basic_string(size_type n, charT c);
  const charT *c_str() const;
  charT *data() noexcept;
  size_t length() const;
  size_t size() const;
  bool empty() const;
  iterator begin();
  iterator end();
  const_iterator begin() const;
  const_iterator end() const;
  const_iterator cbegin() const;
  const_iterator cend() const;
  void push_back(charT c);
  void pop_back();
  const charT &front() const;
  charT &front();
  const charT &back() const;
  charT &back();
  const charT &operator[](size_type pos) const;
  charT &operator[](size_type pos);
  const charT &at(size_type pos) const;
  charT &at(size_type pos);
  template <class T> basic_string &operator+=(const T &t);
  basic_string &operator+=(const charT *s);
  basic_string &operator+=(charT c);
  basic_string &append(const basic_string &str);
  basic_string &append(const charT *s);
  basic_string &append(size_type n, charT c);
  template <class InputIterator> basic_string &append(InputIterator first, InputIterator last);
  basic_string &assign(const basic_string &str);
  basic_string &assign(size_type n, charT c);
  template <class InputIterator> basic_string &assign(InputIterator first, InputIterator last);
  basic_string &insert(size_type pos, const basic_string &str);
  basic_string &insert(size_type pos, size_type n, charT c);
  basic_string &insert(size_type pos, const charT *s);
  iterator insert(const_iterator p, size_type n, charT c);
  template <class InputIterator> iterator insert(const_iterator p, InputIterator first, InputIterator last);
  basic_string &erase(size_type pos = 0, size_type n = npos);
  basic_string &replace(size_type pos1, size_type n1, const basic_string &str);
  basic_string &replace(size_type pos1, size_type n1, size_type n2, charT c);
  size_type copy(charT *s, size_type n, size_type pos = 0) const;
  size_type find(const basic_string &str, size_type pos = 0) const;
  int compare(const basic_string &str) const;
  void clear() noexcept;
  void resize(size_type n);
  basic_string substr(size_type pos = 0, size_type n = npos) const;
  void swap(basic_string &s) noexcept;
};
template <class C, class R, class A>
basic_string<C, R, A> operator+(const basic_string<C, R, A> &lhs, const basic_string<C, R, A> &rhs);
template <class C, class R, class A> basic_string<C, R, A> operator+(const basic_string<C, R, A> &lhs, const C *rhs);
template <class C, class R, class A> basic_string<C, R, A> operator+(const C *lhs, const basic_string<C, R, A> &rhs);
template <class C, class R, class A> bool operator==(const basic_string<C, R, A> &lhs, const basic_string<C, R, A> &rhs);
typedef basic_string<char> string;
string to_string(int value);
int stoi(const string &str, size_t *idx = 0, int base = 10);

template <class T, class Allocator = allocator<T>> class vector {
public:
  using value_type = T;
  using reference = value_type &;
  using const_reference = const value_type &;
  using size_type = unsigned int;
  using iterator = std::iterator<random_access_iterator_tag, T>;
  using const_iterator = std::iterator<random_access_iterator_tag, const T>;
  vector() noexcept;
  explicit vector(const Allocator &) noexcept;
  explicit vector(size_type n, const Allocator & = Allocator());
  vector(size_type n, const T &value, const Allocator & = Allocator());
  template <class InputIterator, class IteratorCategory = typename InputIterator::iterator_category>
  vector(InputIterator first, InputIterator last, const Allocator & = Allocator());
  vector(const vector &x);
  vector(vector &&x);
  vector(initializer_list<T> list, const Allocator & = Allocator());
  ~vector();
  vector &operator=(const vector &x);
  vector &operator=(vector &&x) noexcept;
  template <class InputIterator, class IteratorCategory = typename InputIterator::iterator_category>
  void assign(InputIterator first, InputIterator last);
  void assign(size_type n, const T &u);
  iterator begin() noexcept;
  const_iterator begin() const noexcept;
  iterator end() noexcept;
  const_iterator end() const noexcept;
  size_type size() const noexcept;
  bool empty() const noexcept;
  reference operator[](size_type n);
  const_reference operator[](size_type n) const;
  const_reference at(size_type n) const;
  reference at(size_type n);
  reference front();
  const_reference front() const;
  reference back();
  const_reference back() const;
  T *data() noexcept;
  const T *data() const noexcept;
  void push_back(const T &x);
  void push_back(T &&x);
  void pop_back();
  iterator insert(const_iterator position, const T &x);
  iterator insert(const_iterator position, T &&x);
  iterator insert(const_iterator position, size_type n, const T &x);
  template <class InputIterator> iterator insert(const_iterator position, InputIterator first, InputIterator last);
  template <class... Args> iterator emplace(const_iterator position, Args &&...args);
  template <class... Args> void emplace_back(Args &&...args);
  iterator erase(const_iterator position);
  void resize(size_type n);
  void swap(vector &) noexcept;
  void clear() noexcept;
};
template <class T, size_t N> class array {
public:
  using iterator = T *;
  T elements[N];
  T &operator[](size_t n);
  const T &operator[](size_t n) const;
  T &at(size_t n);
  T &front();
  T &back();
  T *data();
  iterator begin();
  iterator end();
  void fill(const T &value);
  size_t size() const;
  void swap(array &other);
};
template <class T> struct less {
  bool operator()(const T &a, const T &b) const;
};
template <class T1, class T2> struct pair {
  typedef T1 first_type;
  typedef T2 second_type;
  T1 first;
  T2 second;
  pair();
  pair(const T1 &x, const T2 &y);
  template <class U, class V> pair(const pair<U, V> &p);
  void swap(pair &p);
};
template <class T1, class T2> constexpr pair<decay_t<T1>, decay_t<T2>> make_pair(T1 &&x, T2 &&y);

#define EARMARK_TEST_MAP(map)                                                                                         \
  template <class Key, class T, class Compare = less<Key>, class Allocator = allocator<pair<const Key, T>>> class map { \
  public:                                                                                                             \
    using key_type = Key;                                                                                             \
    using value_type = pair<const Key, T>;                                                                            \
    using iterator = std::iterator<random_access_iterator_tag, value_type>;                                           \
    using const_iterator = std::iterator<random_access_iterator_tag, const value_type>;                               \
    using size_type = size_t;                                                                                         \
    map();                                                                                                            \
    map(const map &x);                                                                                                \
    map(map &&x);                                                                                                     \
    template <class InputIterator> map(InputIterator first, InputIterator last, const Compare & = Compare());         \
    ~map();                                                                                                           \
    map &operator=(const map &x);                                                                                     \
    map &operator=(map &&x);                                                                                          \
    iterator begin() noexcept;                                                                                        \
    const_iterator begin() const noexcept;                                                                            \
    iterator end() noexcept;                                                                                          \
    const_iterator end() const noexcept;                                                                              \
    size_type size() const;                                                                                           \
    T &operator[](const key_type &x);                                                                                 \
    T &operator[](key_type &&x);                                                                                      \
    T &at(const key_type &x);                                                                                         \
    const T &at(const key_type &x) const;                                                                             \
    template <class... Args> pair<iterator, bool> emplace(Args &&...args);                                            \
    template <class... Args> iterator emplace_hint(const_iterator position, Args &&...args);                          \
    pair<iterator, bool> insert(const value_type &x);                                                                 \
    pair<iterator, bool> insert(value_type &&x);                                                                      \
    iterator insert(const_iterator position, const value_type &x);                                                    \
    template <class... Args> pair<iterator, bool> try_emplace(const key_type &k, Args &&...args);                     \
    template <class... Args> iterator try_emplace(const_iterator hint, const key_type &k, Args &&...args);            \
    template <class M> pair<iterator, bool> insert_or_assign(const key_type &k, M &&obj);                             \
    template <class M> iterator insert_or_assign(const_iterator hint, const key_type &k, M &&obj);                    \
    iterator erase(iterator position);                                                                                \
    size_type erase(const key_type &k);                                                                               \
    iterator erase(const_iterator first, const_iterator last);                                                        \
    void swap(map &);                                                                                                 \
    void clear() noexcept;                                                                                            \
    template <class C2> void merge(map<Key, T, C2, Allocator> &source);                                               \
    iterator find(const key_type &x);                                                                                 \
    const_iterator find(const key_type &x) const;                                                                     \
    size_type count(const key_type &x) const;                                                                         \
    iterator lower_bound(const key_type &x);                                                                          \
    iterator upper_bound(const key_type &x);                                                                          \
    pair<iterator, iterator> equal_range(const key_type &x);                                                          \
  };
EARMARK_TEST_MAP(map)
EARMARK_TEST_MAP(unordered_map)
#define EARMARK_TEST_SET(set)                                                                                         \
  template <class Key, class Compare = less<Key>, class Allocator = allocator<Key>> class set {                       \
  public:                                                                                                             \
    using iterator = std::iterator<random_access_iterator_tag, const Key>;                                            \
    using size_type = size_t;                                                                                         \
    set();                                                                                                            \
    set(const set &x);                                                                                                \
    template <class InputIterator> set(InputIterator first, InputIterator last);                                      \
    ~set();                                                                                                           \
    set &operator=(const set &x);                                                                                     \
    iterator begin() noexcept;                                                                                        \
    iterator end() noexcept;                                                                                          \
    template <class... Args> pair<iterator, bool> emplace(Args &&...args);                                            \
    template <class... Args> iterator emplace_hint(iterator position, Args &&...args);                                \
    pair<iterator, bool> insert(const Key &x);                                                                        \
    pair<iterator, bool> insert(Key &&x);                                                                             \
    iterator insert(iterator position, const Key &x);                                                                 \
    template <class InputIterator> void insert(InputIterator first, InputIterator last);                              \
    iterator erase(iterator position);                                                                                \
    void swap(set &);                                                                                                 \
    void clear() noexcept;                                                                                            \
    template <class C2> void merge(set<Key, C2, Allocator> &source);                                                  \
    iterator find(const Key &x) const;                                                                                \
    size_type count(const Key &x) const;                                                                              \
    iterator lower_bound(const Key &x) const;                                                                         \
    iterator upper_bound(const Key &x) const;                                                                         \
    pair<iterator, iterator> equal_range(const Key &x) const;                                                         \
  };
EARMARK_TEST_SET(set)
EARMARK_TEST_SET(unordered_set)

template <class Container> class back_insert_iterator {
protected:
  Container *container;

public:
  typedef output_iterator_tag iterator_category;
  explicit back_insert_iterator(Container &x);
  back_insert_iterator &operator=(const typename Container::value_type &value);
  back_insert_iterator &operator*();
  back_insert_iterator &operator++();
  back_insert_iterator operator++(int);
};
template <class Container> back_insert_iterator<Container> back_inserter(Container &x);
template <class In, class Out> Out copy(In first, In last, Out result);
template <class In, class T> In find(In first, In last, const T &value);
template <class In, class F> F for_each(In first, In last, F f);

template <class T> class unique_ptr {
public:
  unique_ptr() noexcept;
  explicit unique_ptr(T *p) noexcept;
  unique_ptr(unique_ptr &&u) noexcept;
  ~unique_ptr();
  unique_ptr &operator=(unique_ptr &&u) noexcept;
  T &operator*() const;
  T *operator->() const noexcept;
  T *get() const noexcept;
  T *release();
  void reset(T *p = nullptr);
};
template <class T> class shared_ptr {
public:
  shared_ptr() noexcept;
  explicit shared_ptr(T *p);
  shared_ptr(const shared_ptr &r) noexcept;
  template <class U> shared_ptr(const shared_ptr<U> &r) noexcept;
  ~shared_ptr();
  shared_ptr &operator=(const shared_ptr &r) noexcept;
  T &operator*() const noexcept;
  T *operator->() const noexcept;
  T *get() const noexcept;
  void reset();
};
template <class T, class... Args> unique_ptr<T> make_unique(Args &&...);
template <class T, class... Args> shared_ptr<T> make_shared(Args &&...);

template <class charT, class traits = char_traits<charT>> class basic_istream {
public:
  basic_istream &operator>>(int &n);
  int get();
  basic_istream &get(charT &c);
  basic_istream &getline(charT *s, streamsize n);
  basic_istream &read(charT *s, streamsize n);
};
template <class C, class R, class A> basic_istream<C, R> &operator>>(basic_istream<C, R> &is, basic_string<C, R, A> &str);
template <class C, class R, class A> basic_istream<C, R> &getline(basic_istream<C, R> &is, basic_string<C, R, A> &str);
template <class charT, class traits = char_traits<charT>> class basic_ostream {
public:
  basic_ostream &operator<<(int n);
  basic_ostream &put(charT c);
  basic_ostream &write(const charT *s, streamsize n);
};
template <class C, class R> basic_ostream<C, R> &operator<<(basic_ostream<C, R> &os, const C *s);
template <class C, class R, class A> basic_ostream<C, R> &operator<<(basic_ostream<C, R> &os, const basic_string<C, R, A> &s);
template <class charT, class traits = char_traits<charT>>
class basic_iostream : public basic_istream<charT, traits>, public basic_ostream<charT, traits> {};
template <class charT, class traits = char_traits<charT>, class Allocator = allocator<charT>>
class basic_stringstream : public basic_iostream<charT, traits> {
public:
  explicit basic_stringstream();
  explicit basic_stringstream(const basic_string<charT, traits, Allocator> &str);
  basic_string<charT, traits, Allocator> str() const;
  void str(const basic_string<charT, traits, Allocator> &s);
  void swap(basic_stringstream &other);
};
using stringstream = basic_stringstream<char>;
} // namespace std
