#include "ZNC.h"
void CConfig::AddSubConfig(const CString &tag, const CString &name, const CConfig &sub) {
  m_Subs[tag][name] = std::make_shared<CConfig>(sub);
}
void CConfig::Write(CFile &file, unsigned indent) const {
  CString pad = CString(std::string(indent, '\t'));
  for (const auto &entry : m_Entries)
    for (const CString &value : entry.second) {
      file.Write(pad + entry.first + " = " + value + "\n"); // LEAK
      file.Write(pad + entry.first + "\n");
    }
  for (const auto &tag : m_Subs)
    for (const auto &sub : tag.second) {
      file.Write("<" + tag.first + " " + sub.first + ">\n");
      sub.second->Write(file, indent + 1);
    }
}
CConfig ToConfig(const CUser &user) {
  CConfig config, pass;
  config.AddKeyValuePair("Nick", user.GetUserName());
  pass.AddKeyValuePair("Hash", user.GetPass());
  config.AddSubConfig("Pass", "password", pass);
  return config;
}
void WriteConfig(const CUser &user) {
  CFile file("znc.conf");
  CConfig config = ToConfig(user);
  DEBUG("writing " << file.GetLongName());
  config.Write(file);
}
