// Icinga 2's idioms: intrusive pointers, a variant Value, dictionaries, generated
// ObjectImpl<T> classes, a Log object whose destructor writes, Boost-like signals.
#pragma once
#include <functional>
#include <map>
#include <memory>
#include <sstream>
#include <string>
#include <variant>
#include <vector>
class Object {
public:
  virtual ~Object() = default;
  void AddRef() { ++m_Refs; }
  bool Release() { return --m_Refs == 0; }
private:
  int m_Refs = 0;
};
template <typename T> class intrusive_ptr {
public:
  intrusive_ptr() : px(nullptr) {}
  intrusive_ptr(T *p, bool add = true) : px(p) { if (px && add) px->AddRef(); }
  template <typename U> intrusive_ptr(const intrusive_ptr<U> &o) : px(o.get()) { if (px) px->AddRef(); }
  intrusive_ptr(const intrusive_ptr &o) : px(o.px) { if (px) px->AddRef(); }
  intrusive_ptr &operator=(const intrusive_ptr &o) { intrusive_ptr(o).swap(*this); return *this; }
  ~intrusive_ptr() { if (px && px->Release()) delete px; }
  void swap(intrusive_ptr &o) { T *t = px; px = o.px; o.px = t; }
  T *get() const { return px; }
  T *operator->() const { return px; }
  T &operator*() const { return *px; }
  explicit operator bool() const { return px != nullptr; }
private:
  T *px;
};
#define DECLARE_PTR_TYPEDEFS(klass) typedef intrusive_ptr<klass> Ptr
class String {
public:
  String() = default;
  String(const char *s) : m_Data(s) {}
  String(std::string s) : m_Data(std::move(s)) {}
  const std::string &GetData() const { return m_Data; }
  const char *CStr() const { return m_Data.c_str(); }
  String &operator+=(const String &o) { m_Data += o.m_Data; return *this; }
  friend String operator+(const String &a, const String &b) { return a.m_Data + b.m_Data; }
  friend bool operator<(const String &a, const String &b) { return a.m_Data < b.m_Data; }
  friend std::ostream &operator<<(std::ostream &s, const String &v) { return s << v.m_Data; }
  size_t GetLength() const { return m_Data.size(); }
  String SubStr(size_t from, size_t n) const { return m_Data.substr(from, n); }
private:
  std::string m_Data;
};
class Value {
public:
  Value() = default;
  Value(double d) : m_Value(d) {}
  Value(const char *s) : m_Value(String(s)) {}
  Value(const String &s) : m_Value(s) {}
  template <typename T> Value(const intrusive_ptr<T> &o) : m_Value(intrusive_ptr<Object>(o)) {}
  bool IsString() const { return std::holds_alternative<String>(m_Value); }
  template <typename T> const T &Get() const { return std::get<T>(m_Value); }
  operator String() const;
private:
  std::variant<std::monostate, double, String, intrusive_ptr<Object>> m_Value;
};
class Dictionary final : public Object {
public:
  DECLARE_PTR_TYPEDEFS(Dictionary);
  Dictionary() = default;
  Dictionary(std::initializer_list<std::pair<String, Value>> init) { for (const auto &p : init) Set(p.first, p.second); }
  void Set(const String &key, Value value) { m_Data[key] = std::move(value); }
  Value Get(const String &key) const { auto it = m_Data.find(key); return it == m_Data.end() ? Value() : it->second; }
private:
  std::map<String, Value> m_Data;
};
String JsonEncode(const Value &value);
enum LogSeverity { LogDebug, LogInformation, LogCritical };
struct LogEntry { LogSeverity Severity; String Facility, Message; };
class Log {
public:
  Log(LogSeverity severity, String facility) : m_Severity(severity), m_Facility(std::move(facility)) {}
  ~Log();
  template <typename T> Log &operator<<(const T &val) { m_Buffer << val; return *this; }
private:
  LogSeverity m_Severity;
  String m_Facility;
  std::ostringstream m_Buffer;
};
class Logger : public Object {
public:
  DECLARE_PTR_TYPEDEFS(Logger);
  virtual void ProcessLogEntry(const LogEntry &entry) = 0;
  static std::vector<Logger::Ptr> m_Loggers;
};
class StreamLogger : public Logger {
public:
  void ProcessLogEntry(const LogEntry &entry) override;
};
template <typename... A> class signal {
public:
  void connect(std::function<void(A...)> f) { m_Slots.push_back(f); }
  void operator()(A... a) { for (auto &f : m_Slots) f(a...); }
private:
  std::vector<std::function<void(A...)>> m_Slots;
};
template <typename T> class ObjectImpl;
class User;
class ApiUser;
template <> class ObjectImpl<User> : public Object {
public:
  const String &GetName() const { return m_Name; }
  virtual String GetEmail() const { return m_Email; }
  void SetEmail(const String &v) { m_Email = v; OnEmailChanged(v); }
  static signal<const String &> OnEmailChanged;
private:
  String m_Name, m_Email;
};
template <> class ObjectImpl<ApiUser> : public Object {
public:
  const String &GetName() const { return m_Name; }
  String GetPassword() const { return m_Password; }
private:
  String m_Name, m_Password;
};
class User final : public ObjectImpl<User> { public: DECLARE_PTR_TYPEDEFS(User); };
class ApiUser final : public ObjectImpl<ApiUser> { public: DECLARE_PTR_TYPEDEFS(ApiUser); };
void send_line(const char *line);
