// ZNC's idioms: CString derives from std::string, modules with virtual hooks,
// macros that run every module, DEBUG over a string stream, translated formats.
#pragma once
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <sstream>
#include <cstring>
#include <string>
#include <vector>
class CString;
typedef std::map<CString, CString> MCString;
typedef std::vector<CString> VCString;
class CString : public std::string {
public:
  CString() {}
  CString(const char *s) : std::string(s) {}
  CString(const std::string &s) : std::string(s) {}
  explicit CString(int i) : std::string(std::to_string(i)) {}
  CString AsLower() const;
  CString Token(size_t pos, bool rest = false, const CString &sep = " ") const;
  size_t Split(const CString &delim, VCString &out) const;
  CString Replace_n(const CString &what, const CString &with) const;
  size_t Replace(const CString &what, const CString &with);
  static CString NamedFormat(const CString &format, const MCString &values);
  CString LeftChomp_n(size_t n = 1) const;
  bool Equals(const CString &other) const { return compare(other) == 0; }
  CString MD5() const;
};
class CDebug {
public:
  static bool Debug() { return debug; }
  static CString Filter(const CString &line);
private:
  static bool debug;
};
class CDebugStream : public std::ostringstream {
public:
  ~CDebugStream();
};
#define DEBUG(f) do { if (CDebug::Debug()) { CDebugStream sDebug; sDebug << f; } } while (0)
class CFile {
public:
  explicit CFile(const CString &name) : m_sName(name) {}
  bool Write(const CString &data);
  bool Write(const char *data, size_t n);
  const CString &GetLongName() const { return m_sName; }
private:
  CString m_sName;
  int m_fd = -1;
};
class CUser {
public:
  explicit CUser(const CString &name) : m_sUserName(name) {}
  const CString &GetUserName() const { return m_sUserName; }
  const CString &GetPass() const { return m_sPass; }
  void SetPass(const CString &pass) { m_sPass = pass; }
private:
  CString m_sUserName, m_sPass;
};
class CNick {
public:
  const CString &GetNick() const { return m_sNick; }
  const CString &GetHost() const { return m_sHost; }
  CString GetHostMask() const;
  void Parse(const CString &mask);
private:
  CString m_sNick, m_sHost;
};
class CMessage {
public:
  CMessage(const CNick &nick, const CString &text) : m_Nick(nick) { m_vsParams.push_back(text); }
  CNick &GetNick() { return m_Nick; }
  CString GetParam(unsigned i) const { return i < m_vsParams.size() ? m_vsParams[i] : CString(); }
  void SetParam(unsigned i, const CString &s) { if (m_vsParams.size() <= i) m_vsParams.resize(i + 1); m_vsParams[i] = s; }
private:
  CNick m_Nick;
  VCString m_vsParams;
};
class CConfig {
public:
  void AddKeyValuePair(const CString &name, const CString &value) { m_Entries[name].push_back(value); }
  void AddSubConfig(const CString &tag, const CString &name, const CConfig &sub);
  void Write(CFile &file, unsigned indent = 0) const;
private:
  typedef std::map<CString, VCString> EntryMap;
  typedef std::map<CString, std::map<CString, std::shared_ptr<CConfig>>> SubMap;
  EntryMap m_Entries;
  SubMap m_Subs;
};
class CModule {
public:
  enum EModRet { CONTINUE, HALT };
  virtual ~CModule() {}
  virtual EModRet OnJoin(CNick &nick, const CString &channel);
  virtual EModRet OnText(CMessage &message);
  virtual void OnModCommand(const CString &line);
  void PutStatus(const CString &line);
  bool SetNV(const CString &name, const CString &value) { m_mssRegistry[name] = value; return true; }
  CString GetNV(const CString &name) const { auto it = m_mssRegistry.find(name); return it == m_mssRegistry.end() ? CString() : it->second; }
  void AddCommand(const CString &name, std::function<void(const CString &)> handler) { m_mCommands[name] = handler; }
  void HandleCommand(const CString &line);
  CUser *GetUser() const { return m_pUser; }
  void SetUser(CUser *user) { m_pUser = user; }
protected:
  MCString m_mssRegistry;
  std::map<CString, std::function<void(const CString &)>> m_mCommands;
  CUser *m_pUser = nullptr;
};
class CModules : public std::vector<CModule *> {
public:
  bool OnJoin(CNick &nick, const CString &channel);
  bool OnText(CMessage &message);
};
CModule *MakeLog();
CModule *MakeNotes();
template <typename T, typename... Args> CString t_f(const T &format, const Args &...args) {
  std::vector<CString> values{CString(args)...};
  CString out(format);
  for (size_t i = 0; i < values.size(); ++i)
    out.Replace(CString("{") + CString(int(i)) + "}", values[i]);
  return out;
}
