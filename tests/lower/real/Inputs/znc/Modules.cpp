#include "ZNC.h"
#define MODHALTCHK(f) \
  bool halt = false; \
  for (CModule *module : *this) { \
    if (module->f == CModule::HALT) { halt = true; break; } \
  } \
  return halt;
CModule::EModRet CModule::OnJoin(CNick &, const CString &) { return CONTINUE; }
CModule::EModRet CModule::OnText(CMessage &) { return CONTINUE; }
void CModule::OnModCommand(const CString &line) { HandleCommand(line); }
void CModule::HandleCommand(const CString &line) {
  auto it = m_mCommands.find(line.Token(0));
  if (it != m_mCommands.end())
    it->second(line.Token(1, true));
}
bool CModules::OnJoin(CNick &nick, const CString &channel) { MODHALTCHK(OnJoin(nick, channel)) }
bool CModules::OnText(CMessage &message) { MODHALTCHK(OnText(message)) }
CString CNick::GetHostMask() const {
  CString out = m_sNick;
  if (!m_sHost.empty())
    out += "!" + GetHost();
  return out;
}
void run(CModules &modules, CNick &nick, CUser &user) {
  modules.push_back(MakeLog());
  modules.push_back(MakeNotes());
  for (CModule *module : modules)
    module->SetUser(&user);
  modules.OnJoin(nick, "#chan");
  CMessage message(nick, "hello");
  modules.OnText(message);
  DEBUG("joined " << nick.GetHostMask()); // LEAK
  DEBUG("joined " << nick.GetNick());
  DEBUG(user.GetUserName() << " pass " << user.GetPass().substr(0, 3)); // LEAK
}
