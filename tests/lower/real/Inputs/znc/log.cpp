#include "ZNC.h"
class CLogMod : public CModule {
public:
  EModRet OnJoin(CNick &nick, const CString &channel) override {
    PutLog(t_f("{0} ({1}) joins", nick.GetNick(), nick.GetHost()));
    PutOther(t_f("{0} joins {1}", nick.GetNick(), channel));
    return CONTINUE;
  }
  EModRet OnText(CMessage &message) override {
    MCString values;
    values["nick"] = message.GetNick().GetNick();
    values["host"] = message.GetNick().GetHostMask();
    PutStatus(CString::NamedFormat("{nick} {host}", values)); // LEAK
    PutStatus(message.GetParam(0));
    message.SetParam(1, values["host"]);
    PutStatus(message.GetParam(1)); // LEAK
    return CONTINUE;
  }
private:
  void PutLog(const CString &line) {
    CFile file(m_sPath);
    file.Write(line + "\n"); // LEAK
    DEBUG("wrote " << line.size());
  }
  void PutOther(const CString &line) {
    CFile file(m_sPath);
    file.Write(line + "\n");
  }
  CString m_sPath;
};
CModule *MakeLog() { return new CLogMod; }
